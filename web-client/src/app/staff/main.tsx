// first, so that the styles of a feature come after the common ones that they refine
import './styles';
import { createRoot } from 'react-dom/client';
import { language, loadMessages } from '../../i18n/t';
import { StaffApp } from './StaffApp';

await loadMessages();
document.documentElement.lang = language;

const root = document.getElementById('root');
if (!root) throw new Error('The page lacks its root element');
createRoot(root).render(<StaffApp />);
