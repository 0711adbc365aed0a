/// <reference lib="webworker" />
import { deliverAll, outboxName } from '../domain/outbox/deliver';
import { toldReports } from '../domain/toldReports';
import { answer, forgetOldVersions, keepPages } from './pages';

declare const self: ServiceWorkerGlobalScope;

/** Background Sync is no standard: TypeScript's library does not know its event. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

self.addEventListener('install', (event) => event.waitUntil(keepPages()));

self.addEventListener('activate', (event) => event.waitUntil(forgetOldVersions().then(() => self.clients.claim())));

// a new version waits until the person lets it in (domain/pwa.ts)
self.addEventListener('message', (event) => event.data === 'start' && void self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const answered = answer(event.request);
  if (answered) event.respondWith(answered);
});

self.addEventListener(
  'sync' as 'message',
  ((event: SyncEvent) => {
    if (event.tag === outboxName) event.waitUntil(deliver());
  }) as unknown as (event: ExtendableMessageEvent) => void,
);

/** Fails while something waits, so that the browser tries again later. */
async function deliver(): Promise<void> {
  if ((await deliverAll()).length > 0) throw new Error('The outbox is not empty');
}

/** As the server writes it (api/Notifications/WebPush). */
interface PushMessage {
  title: string;
  body: string;
  link: string;
  tag: string;
}

self.addEventListener('push', (event) => {
  const message: PushMessage = event.data?.json();
  const { title, body, tag, link } = message;
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon: '/favicon.svg', data: pathOf(link) }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew()));

/** Only pages of this very site are opened, whatever a message says. */
function pathOf(link: string): string {
  return new URL(link, self.location.origin).pathname;
}

async function open(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((it) => new URL(it.url).pathname === path);
  await (there ? there.focus() : self.clients.openWindow(path));
}

/** The browser has taken another address: every report that it is told of learns it. The old one ends by itself. */
async function renew(): Promise<void> {
  const { publicKey } = await (await fetch('/api/v1/notifications/push-key')).json();
  const subscription = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const send = ({ path, secret }: { path: string; secret: string }) =>
    fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Report-Secret': secret },
      body: JSON.stringify(subscription),
    });
  await Promise.all((await toldReports()).map(send));
}
