import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { openReport, signIn } from './support/office.ts';
import { bandarLor, borderOfBandarLor, desk, outsideTheCity, phone, test } from './support/people.ts';
import { brokenLight, goOn, lightOut, readReceipt, skipToReview, standAt, tell } from './support/reporting.ts';

test('Whoever has no satellite tells the place in words', async ({ person }) => {
  const citizen = await person(desk);
  await citizen.goto('/');
  await look(citizen, 'desk-home');
  await citizen.getByRole('main').getByRole('link', { name: 'Buat laporan' }).click();
  await citizen.getByRole('button', { name: 'Lanjut' }).click();
  await expect(citizen.getByRole('alert')).toBeFocused();
  await expect(citizen.getByRole('alert')).toContainText('Pilih jenis laporan.');
  await look(citizen, 'desk-report-1-errors');
  await tell(citizen, brokenLight, lightOut);
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await expect(citizen.getByRole('alert')).toContainText('Lokasi tidak didapat.');
  await look(citizen, 'desk-report-2-no-satellite');
  // where the pin stands already a tap moves nothing, and yet says where
  await citizen.getByRole('button', { name: 'Tunjuk di peta' }).click();
  await citizen.getByRole('group', { name: /^Peta kelurahan/ }).click();
  await expect(citizen.getByText(/^Kelurahan .+, Kecamatan/)).toBeVisible();
  await citizen.getByRole('button', { name: 'Pilih kelurahan' }).click();
  await citizen.getByLabel('Cari kelurahan').fill('bandar');
  await citizen.getByRole('group', { name: 'Kelurahan' }).getByLabel('Bandar Kidul').check();
  await citizen.getByRole('button', { name: 'Lanjut' }).click();
  await expect(citizen.getByRole('alert').filter({ hasText: 'Tulis alamat atau patokan' })).toBeFocused();
  await citizen.getByLabel('Alamat atau patokan').fill('Seberang warung Bu Tini');
  await look(citizen, 'desk-report-2-words');
  await skipToReview(citizen);
  await expect(citizen.getByText('Kelurahan Bandar Kidul, Seberang warung Bu Tini')).toBeVisible();
  await look(citizen, 'desk-report-6-review');
  await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
  const { link } = await readReceipt(citizen);
  await look(citizen, 'desk-report-7-receipt');
  await citizen.goto(link);
  await expect(citizen.getByText(brokenLight)).toBeVisible();
  await look(citizen, 'desk-track');
});

test('Words of danger raise the emergency number and block nothing', async ({ person }) => {
  const citizen = await person(phone, bandarLor);
  await citizen.goto('/lapor');
  await citizen.getByLabel('Ceritakan dengan kata-kata Anda').fill('Tolong, ada kebakaran rumah, apinya besar dan orang terjebak!');
  const call = citizen.getByRole('alert').getByRole('link', { name: 'Telepon 112 sekarang' });
  await expect(call).toHaveAttribute('href', 'tel:112');
  await look(citizen, 'phone-report-1-emergency');
  await citizen.getByRole('group', { name: 'Jenis laporan' }).getByRole('radio').first().check();
  await goOn(citizen, 'Di mana kejadiannya?');
});

test('A point outside the city is told kindly', async ({ person }) => {
  const citizen = await person(phone, outsideTheCity);
  await citizen.goto('/lapor');
  await tell(citizen, brokenLight, lightOut);
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await expect(citizen.getByRole('alert')).toContainText('Titik ini berada di luar Kota Kediri.');
  await look(citizen, 'phone-report-2-outside');
  await citizen.getByRole('button', { name: 'Lanjut' }).click();
  await expect(citizen.getByRole('alert').first()).toBeFocused();
});

test('Near a border the reporter says which kelurahan it is', async ({ person }) => {
  const citizen = await person(phone, borderOfBandarLor);
  await citizen.goto('/lapor');
  await tell(citizen, brokenLight, lightOut);
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  const wards = citizen.getByRole('group', { name: 'Titik ini dekat sekali dengan batas. Kelurahan mana?' });
  await expect(wards.getByRole('radio')).toHaveCount(2);
  await wards.getByLabel('Kelurahan Bandar Kidul').check();
  await look(citizen, 'phone-report-2-border');
  await skipToReview(citizen);
  await expect(citizen.getByText('Kelurahan Bandar Kidul')).toBeVisible();
  await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
  await readReceipt(citizen);
});

test('A report whose network breaks in the middle is kept and arrives once', async ({ person }) => {
  const words = `${brokenLight} Catatan ${crypto.randomUUID()}.`;
  const citizen = await person(phone, bandarLor);
  await citizen.goto('/lapor');
  await tell(citizen, words, lightOut);
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await expect(citizen.getByText('Kelurahan Bandar Lor, Kecamatan Mojoroto')).toBeVisible();

  await skipToReview(citizen);

  // there is a network for the way there and none for the way back
  const keys: (string | undefined)[] = [];
  await citizen.route('**/api/v1/reports', async route => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await citizen.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(citizen.getByRole('heading', { level: 1, name: 'Laporan tersimpan, belum terkirim' })).toBeVisible();
  await expect.poll(() => keys.length).toBe(1);
  await citizen.reload();
  await expect(citizen.getByText('Terkirim', { exact: true })).toBeVisible();
  await expect.poll(() => keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size, 'idempotency keys').toBe(1);
  const [trackingCode = ''] = (await citizen.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/).textContent())?.split(' ') ?? [];

  const verifier = await person(desk);
  await signIn(verifier, 'verifikator');
  await verifier.getByRole('searchbox', { name: /^Cari kata/ }).fill(words.slice(-37, -1));
  const rows = verifier.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(trackingCode);
  await openReport(verifier, trackingCode);
});
