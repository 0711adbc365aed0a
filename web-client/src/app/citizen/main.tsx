// first, so that the styles of a feature come after the common ones that they refine
import './styles';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { startPostman } from '../../domain/outbox/postman';
import { startServiceWorker } from '../../domain/pwa';
import { language, loadMessages } from '../../i18n/t';
import { CitizenApp } from './CitizenApp';

await loadMessages();
document.documentElement.lang = language;

const root = document.getElementById('root');
if (!root) throw new Error('The page lacks its root element');

// The home page arrives rendered in Indonesian. Any other arrives as a frame that holds its place, and starts afresh, as any other language does.
if (location.pathname === '/' && root.firstElementChild && language === 'id') {
  hydrateRoot(root, <CitizenApp />);
} else {
  root.replaceChildren();
  createRoot(root).render(<CitizenApp />);
}

if (import.meta.env.PROD) startServiceWorker(); // the development server has none
startPostman();
