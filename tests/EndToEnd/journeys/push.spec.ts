import { expect, type Page } from '@playwright/test';
import { findBrowser } from '../browser.ts';
import { look } from './support/look.ts';
import { phone, test } from './support/people.ts';
import { fileOwnReport } from './support/reporting.ts';

test.use({ launchOptions: await findBrowser() });

/** A browser without windows has no push service to subscribe at; its keys are those of RFC 8291, appendix A. */
const subscription = {
  endpoint: 'https://push.contoh.invalid/p/1',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

test('Whoever taps "Kabari saya di ponsel ini" is shown each next step, with the way to the report', async ({ person }) => {
  const citizen = await person(phone);
  await citizen.context().grantPermissions(['notifications']);
  await citizen.addInitScript(told => {
    PushManager.prototype.subscribe = async () => ({ toJSON: () => told }) as unknown as PushSubscription;
  }, subscription);
  const { trackingCode, secret } = await fileOwnReport(citizen);
  await citizen.goto(`/lacak/${trackingCode}#${secret}`);

  const kabari = citizen.getByRole('switch', { name: 'Kabari saya di ponsel ini' });
  await expect(kabari).not.toBeChecked();
  await kabari.click();
  await expect(kabari).toBeChecked();
  await citizen.reload();
  await expect(kabari).toBeChecked();
  await look(citizen, 'phone-push-on');

  const message = { title: `Laporan ${trackingCode} mulai ditangani`, body: 'Lampu PJU padam', link: `https://lapor.contoh.id/lacak/${trackingCode}`, tag: 'satu' };
  // delivered again until shown, as a push service does: a busy browser drops what comes while its worker starts
  await expect(async () => {
    await deliver(citizen, message);
    await expect.poll(() => shown(citizen), { timeout: 5000 }).toEqual([{ title: message.title, body: message.body, opens: `/lacak/${trackingCode}` }]);
  }).toPass({ timeout: 30_000 });
  await deliver(citizen, { ...message, title: `Laporan ${trackingCode} selesai ditangani` });
  await expect.poll(async () => (await shown(citizen)).map(it => it.title)).toEqual([`Laporan ${trackingCode} selesai ditangani`]);

  await kabari.click();
  await expect(kabari).not.toBeChecked();
});

test('A public report can be followed without an account', async ({ person }) => {
  const visitor = await person(phone);
  await visitor.context().grantPermissions(['notifications']);
  await visitor.addInitScript(told => {
    PushManager.prototype.subscribe = async () => ({ toJSON: () => told }) as unknown as PushSubscription;
    PushManager.prototype.getSubscription = async () => ({ endpoint: told.endpoint, unsubscribe: async () => true }) as unknown as PushSubscription;
  }, { ...subscription, endpoint: 'https://push.contoh.invalid/p/2' });
  await fileOwnReport(visitor);
  await visitor.goto('/');
  await visitor.getByRole('region', { name: 'Laporan terbaru warga' }).getByRole('link', { name: 'Lampu PJU padam / rusak' }).first().click();
  const follow = visitor.getByRole('switch', { name: 'Ikuti laporan ini' });
  await follow.click();
  await expect(follow).toBeChecked();
  await look(visitor, 'phone-public-followed');
  await follow.click();
  await expect(follow).not.toBeChecked();
});

/** What a push service would bring, once the browser has opened it. The session stays: leaving it would take the message back. */
async function deliver(page: Page, message: object): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>(found =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) found(registration.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(message),
  });
}

function shown(page: Page) {
  return page.evaluate(async () => {
    const notifications = await (await navigator.serviceWorker.ready).getNotifications();
    return notifications.map(it => ({ title: it.title, body: it.body, opens: it.data as string }));
  });
}
