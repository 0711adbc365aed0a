// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from '../test/render';
import { PushSwitch } from './PushSwitch';
import { toldReports } from './toldReports';

const code = '7F3K-9QX2-M4D';
const endpoint = 'https://push.contoh.id/p/1';
const subscription = {
  endpoint,
  toJSON: () => ({ endpoint, keys: { p256dh: 'kunci', auth: 'rahasia' } }),
  unsubscribe: vi.fn(async () => true),
};
let requests: Request[];
let subscribe: () => Promise<unknown>;

/** A browser that can do it, whose person answers `permission`. */
function browser(permission: NotificationPermission, asked: NotificationPermission = permission): void {
  const pushManager = { subscribe: () => subscribe(), getSubscription: async () => subscription };
  const registration = { pushManager };
  const serviceWorker = {
    register: async () => registration,
    ready: Promise.resolve(registration),
    getRegistration: async () => registration,
  };
  Object.defineProperty(navigator, 'serviceWorker', { value: serviceWorker, configurable: true });
  vi.stubGlobal('PushManager', class {});
  const notification = {
    permission,
    requestPermission: vi.fn(async () => {
      notification.permission = asked;
      return asked;
    }),
  };
  vi.stubGlobal('Notification', notification);
}

beforeEach(() => {
  const kept = new Map<string, Response>();
  const addressOf = (at: string | Request) => (typeof at === 'string' ? new URL(at, location.origin).href : at.url);
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      match: async (at: string | Request) => kept.get(addressOf(at))?.clone(),
      put: async (at: string, answer: Response) => kept.set(addressOf(at), answer),
      delete: async (at: string) => kept.delete(addressOf(at)),
    }),
  });
  requests = [];
  subscribe = async () => subscription;
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return request.method === 'GET' ? Response.json({ publicKey: 'BKunci' }) : new Response(null, { status: 204 });
  });
});

const theSwitch = () => screen.findByRole('switch', { name: 'Kabari saya di ponsel ini' });
const isOn = async () => (await theSwitch()).getAttribute('aria-checked');

test('Permission is asked upon the tap and not before, and the server learns of the browser', async () => {
  browser('default', 'granted');
  render(<PushSwitch told={{ code, secret: 'rahasia-sekali' }} />);
  expect(await isOn()).toBe('false');
  expect(Notification.requestPermission).not.toHaveBeenCalled();
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect(await isOn()).toBe('true'));
  const [, sent] = requests;
  expect([sent?.method, new URL(sent?.url ?? '').pathname, sent?.headers.get('Report-Secret')]).toEqual([
    'POST',
    `/api/v1/tracking/${code}/push-subscriptions`,
    'rahasia-sekali',
  ]);
  expect(await sent?.json()).toEqual({ endpoint, keys: { p256dh: 'kunci', auth: 'rahasia' } });
  expect(await toldReports()).toEqual([
    { path: `/api/v1/tracking/${code}/push-subscriptions`, secret: 'rahasia-sekali' },
  ]);
});

test('Turned off, the server forgets the browser, and the browser its subscription when it was the last', async () => {
  browser('granted');
  render(<PushSwitch told={{ code, secret: 'rahasia' }} />);
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect(await isOn()).toBe('true'));
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect(await isOn()).toBe('false'));
  expect(requests.at(-1)?.method).toBe('DELETE');
  expect(requests.at(-1)?.headers.get('Push-Endpoint')).toBe(endpoint);
  expect(subscription.unsubscribe).toHaveBeenCalledOnce();
  expect(await toldReports()).toEqual([]);
});

test('Whoever says no to the browser reads how to change that', async () => {
  browser('default', 'denied');
  render(<PushSwitch told={{ code, secret: 'rahasia' }} />);
  await userEvent.click(await theSwitch());
  expect(await screen.findByText(/Anda blokir/)).toBeDefined();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(requests).toEqual([]);
});

test('A push service that cannot be reached is told, and the switch can be tried again', async () => {
  browser('granted');
  subscribe = async () => {
    throw new DOMException('push service error', 'AbortError');
  };
  render(<PushSwitch told={{ code, secret: 'rahasia' }} />);
  await userEvent.click(await theSwitch());
  expect(await screen.findByText(/Belum berhasil/)).toBeDefined();
  subscribe = async () => subscription;
  await userEvent.click(await theSwitch());
  await waitFor(async () => expect(await isOn()).toBe('true'));
});

test('A browser that cannot do it says so without a control', async () => {
  Object.defineProperty(navigator, 'serviceWorker', { value: {}, configurable: true });
  render(<PushSwitch told={{ code, secret: 'rahasia' }} />);
  expect(await screen.findByText(/tidak dapat menerima pemberitahuan/)).toBeDefined();
  expect(screen.queryByRole('switch')).toBeNull();
});
