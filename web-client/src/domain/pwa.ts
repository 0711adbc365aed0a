import { useSyncExternalStore } from 'react';

let waiting: ServiceWorker | undefined;
const watchers = new Set<() => void>();

/** Registers the service worker; in the background, for nothing on a page may wait for it. */
export function startServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('/sw.js').then(watch, () => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** Whether a newer version of this program is here and waits to be let in. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => waiting !== undefined,
  );
}

/**
 * Lets the new version in and starts again. Only upon a tap, since whatever is typed outside a draft would be lost; the draft
 * itself is on the phone with every letter.
 */
export function startNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('start');
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // without a controller it is the first version, which replaces none
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    waiting = registration.waiting;
    for (const changed of watchers) changed();
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
}
