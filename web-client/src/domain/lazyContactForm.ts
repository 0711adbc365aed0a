import { lazy } from 'react';

/** Few put their contact right. */
export const LazyContactForm = lazy(() => import('./ContactForm').then((it) => ({ default: it.ContactForm })));
