import { useSyncExternalStore } from 'react';
import { isReached, onReachChange } from '../api/reach';

/** False when the browser knows of no network, and while the server did not answer when it was last asked. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline);
}

// while prerendering there is no navigator, or one without a network
const isOnline = () => globalThis.navigator?.onLine !== false && isReached();

function subscribe(changed: () => void): () => void {
  const forget = onReachChange(changed);
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    forget();
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
