/// <reference lib="webworker" />
import { toldReports } from '../domain/toldReports';

declare const self: ServiceWorkerGlobalScope;

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
