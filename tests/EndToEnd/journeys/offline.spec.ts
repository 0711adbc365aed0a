import { expect, type Page } from '@playwright/test';
import { look } from './support/look.ts';
import { signIn } from './support/office.ts';
import { bandarLor, desk, phone, test } from './support/people.ts';
import { addPhoto, brokenLight, goOn, lightOut, readReceipt, skipToReview, standAt, tell } from './support/reporting.ts';

test('A report written without a network, with its photo, is sent once when the network is back, though its page was closed', async ({ person }) => {
  const words = `${brokenLight} Catatan ${crypto.randomUUID()}.`;
  const citizen = await person(phone, bandarLor);
  const context = await withWorker(citizen);
  await context.setOffline(true);

  await citizen.goto('/');
  await expect(citizen.getByText('Tanpa jaringan.')).toBeVisible();
  await look(citizen, 'phone-home-offline');
  await citizen.getByRole('main').getByRole('link', { name: 'Buat laporan' }).click();
  await citizen.getByLabel('Ceritakan dengan kata-kata Anda').fill(words);
  await citizen.getByRole('button', { name: 'Lihat semua jenis laporan' }).click();
  await citizen.getByLabel('Cari jenis laporan').fill('lampu');
  await citizen.getByRole('button', { name: lightOut }).click();
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await expect(citizen.getByText('Kelurahan Bandar Lor')).toBeVisible();
  await goOn(citizen, 'Sedikit lagi tentang kejadiannya');
  await goOn(citizen, 'Ada fotonya?');
  await addPhoto(citizen, 'Ambil atau pilih foto');
  await expect(citizen.getByText('Tidak tersambung ke server.')).toBeVisible();
  await look(citizen, 'phone-report-4-photos-offline');
  await goOn(citizen, 'Bagaimana kami menghubungi Anda?');
  await goOn(citizen, 'Periksa dan kirim');
  await citizen.getByRole('button', { name: 'Simpan, kirim nanti' }).click();
  await expect(citizen.getByRole('heading', { level: 1, name: 'Laporan tersimpan, belum terkirim' })).toBeVisible();
  await expect(citizen.getByText('Menunggu jaringan')).toBeVisible();
  await look(citizen, 'phone-report-7-saved');
  await citizen.close();

  const keys: string[] = [];
  context.on('request', it => it.method() === 'POST' && it.url().endsWith('/api/v1/reports') && keys.push(it.headers()['idempotency-key'] ?? ''));
  const later = await context.newPage();
  await later.goto('/lacak');
  await expect(later.getByText('Menunggu jaringan')).toBeVisible();
  await context.setOffline(false);
  await expect(later.getByText('Terkirim', { exact: true })).toBeVisible();
  await look(later, 'phone-outbox-sent');
  await later.getByRole('link', { name: 'Ikuti laporan ini' }).click();
  await expect(later.getByText(words)).toBeVisible();
  await expect(later.getByRole('img', { name: 'Foto 1' })).toBeVisible();
  expect(new Set(keys).size, 'idempotency keys').toBe(1);
  await isOnceIn(await person(desk), words);
});

test('The service worker sends what waits when the browser wakes it, without any page', async ({ person }) => {
  const words = `${brokenLight} Catatan ${crypto.randomUUID()}.`;
  const citizen = await person(phone, bandarLor);
  const context = await withWorker(citizen);
  await context.setOffline(true);
  await citizen.goto('/lapor');
  await citizen.getByLabel('Ceritakan dengan kata-kata Anda').fill(words);
  await citizen.getByRole('button', { name: 'Lihat semua jenis laporan' }).click();
  await citizen.getByLabel('Cari jenis laporan').fill('lampu');
  await citizen.getByRole('button', { name: lightOut }).click();
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await skipToReview(citizen);
  await citizen.getByRole('button', { name: 'Simpan, kirim nanti' }).click();
  await expect(citizen.getByText('Menunggu jaringan')).toBeVisible();
  await citizen.goto('about:blank');
  await context.setOffline(false);
  await citizen.goto('/docs'); // none of our pages, at our address
  await sync(citizen);
  await isOnceIn(await person(desk), words);
});

test('What the server does not take comes back with the field to mend, and what is being written meanwhile is not lost', async ({ person }) => {
  const citizen = await person(phone, bandarLor);
  const context = await withWorker(citizen);
  await citizen.goto('/lapor');
  await tell(citizen, `${brokenLight} Pertama.`, lightOut);
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await skipToReview(citizen);
  await context.setOffline(true);
  await citizen.getByRole('button', { name: 'Simpan, kirim nanti' }).click();
  await expect(citizen.getByText('Menunggu jaringan')).toBeVisible();
  await citizen.getByRole('link', { name: 'Ke halaman depan' }).click();
  await citizen.getByRole('main').getByRole('link', { name: 'Buat laporan' }).click();
  await citizen.getByLabel('Ceritakan dengan kata-kata Anda').fill('Laporan kedua yang belum jadi.');

  const problem = { code: 'validation_failed', errors: { address: ['too_long'] } };
  await context.route('**/api/v1/reports', route => route.fulfill({ status: 400, contentType: 'application/problem+json', json: problem }));
  await context.setOffline(false);
  await citizen.goto('/lacak');
  await expect(citizen.getByText('Perlu diperbaiki')).toBeVisible();
  await look(citizen, 'phone-outbox-returned');
  await context.unroute('**/api/v1/reports');
  await citizen.getByRole('button', { name: 'Perbaiki' }).click();
  await citizen.getByRole('alert').getByRole('link', { name: 'Terlalu panjang.' }).click();
  await citizen.getByLabel('Alamat atau patokan').fill('Depan musala');
  await skipToReview(citizen);
  await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
  await readReceipt(citizen);
  await citizen.goto('/');
  await citizen.getByRole('button', { name: 'Lanjutkan menulis' }).click();
  await expect(citizen.getByLabel('Ceritakan dengan kata-kata Anda')).toHaveValue('Laporan kedua yang belum jadi.');
});

/** Opens the site and waits until its worker has taken the page over. */
async function withWorker(page: Page) {
  await page.goto('/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page.context();
}

/** What the browser does by itself when there is a network again. */
async function sync(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>(found =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) found(registration.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  const { origin } = new URL(page.url());
  await devtools.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: await registered, tag: 'kirim-laporan', lastChance: false });
}

/** The verifier finds the words of the report once. */
async function isOnceIn(verifier: Page, words: string): Promise<void> {
  await signIn(verifier, 'verifikator');
  const rows = verifier.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem');
  await expect(async () => {
    await verifier.getByRole('searchbox', { name: /^Cari kata/ }).fill('');
    await verifier.getByRole('searchbox', { name: /^Cari kata/ }).fill(words.slice(-37, -1));
    await expect(rows).toHaveCount(1, { timeout: 3000 });
  }).toPass();
}
