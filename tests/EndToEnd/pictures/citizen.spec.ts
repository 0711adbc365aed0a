import { expect, type Page } from '@playwright/test';
import { bandarLor, borderOfBandarLor, outsideTheCity } from '../journeys/support/people.ts';
import { addPhoto, brokenLight, fileOwnReport, goOn, lightOut, standAt, tell } from '../journeys/support/reporting.ts';
import { picture, test, visit, visitEmpty, visitInTrouble } from './support/picture.ts';

async function stand(page: Page, at: typeof bandarLor): Promise<void> {
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation(at);
}

test('The pages of everybody', async ({ sitter }) => {
  await fileOwnReport(sitter);
  for (const [path, name] of [
    ['/', 'home'],
    ['/lacak', 'track-none'],
    ['/laporan-saya', 'own-reports'],
    ['/peta', 'map'],
    ['/peta?status=planned&kelurahan=35.71.01.1001', 'map-filtered'],
    ['/statistik', 'statistics'],
    ['/data-terbuka', 'open-data'],
    ['/bukti', 'proof-none'],
    ['/tidak-ada', 'not-found'],
    ['/lacak/7F3K-9QX2-M4D#abcdefghijklmnopqrstuvwxyz', 'track-unknown'],
    ['/laporan-saya#tautan', 'own-reports-link-over'],
  ] as const)
    await visit(sitter, path, `citizen-${name}`);
  const { items } = await (await sitter.request.get('/api/v1/public/reports')).json();
  await visit(sitter, `/laporan/${items[0].id}`, 'citizen-public-report');
  await visit(sitter, '/laporan/0190d5c4-0000-7000-8000-000000000000', 'citizen-public-report-unknown');
});

test('The pages of everybody while they wait, fail, or have nothing', async ({ sitter }) => {
  for (const [path, name] of [['/peta', 'map'], ['/statistik', 'statistics'], ['/lapor', 'report'], ['/data-terbuka', 'open-data']] as const)
    await visitInTrouble(sitter, path, `citizen-${name}`);
  await visitEmpty(sitter, '/', '**/api/v1/public/reports**', 'citizen-home');
  await visitEmpty(sitter, '/peta', '**/api/v1/public/**', 'citizen-map');
});

test('A report from its words to its receipt', async ({ sitter }) => {
  await stand(sitter, bandarLor);
  await visit(sitter, '/lapor', 'report-1-words-empty');
  await sitter.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await picture(sitter, 'report-1-words-errors');
  await sitter.getByLabel('Ceritakan dengan kata-kata Anda').fill('Kebakaran rumah, api besar sekali, tolong');
  await expect(sitter.getByRole('main').getByText(/112/).first()).toBeVisible();
  await sitter.waitForLoadState('networkidle');
  await picture(sitter, 'report-1-words-emergency');
  await sitter.getByRole('button', { name: 'Lihat semua jenis laporan' }).click();
  await picture(sitter, 'report-1-words-browse');
  await sitter.getByRole('button', { name: 'Lihat semua jenis laporan' }).click();
  await tell(sitter, brokenLight, lightOut);
  await picture(sitter, 'report-1-words');
  await goOn(sitter, 'Di mana kejadiannya?');
  await picture(sitter, 'report-2-place-empty');
  await sitter.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await picture(sitter, 'report-2-place-errors');
  await stand(sitter, outsideTheCity);
  await standAt(sitter);
  await expect(sitter.getByText(/di luar/i).first()).toBeVisible();
  await picture(sitter, 'report-2-place-outside');
  await stand(sitter, borderOfBandarLor);
  await standAt(sitter);
  await expect(sitter.getByText('Bandar Kidul').first()).toBeVisible();
  await picture(sitter, 'report-2-place-border');
  await stand(sitter, bandarLor);
  await standAt(sitter);
  await expect(sitter.getByText('Kelurahan Bandar Lor, Kecamatan Mojoroto')).toBeVisible();
  await picture(sitter, 'report-2-place');
  await goOn(sitter, 'Sedikit lagi tentang kejadiannya');
  await picture(sitter, 'report-3-questions');
  await goOn(sitter, 'Ada fotonya?');
  await picture(sitter, 'report-4-photos-empty');
  await addPhoto(sitter, 'Ambil atau pilih foto');
  await expect(sitter.getByText('Terunggah')).toBeVisible();
  await picture(sitter, 'report-4-photos');
  await goOn(sitter, 'Bagaimana kami menghubungi Anda?');
  await picture(sitter, 'report-5-contact');
  await sitter.getByLabel('Nomor ponsel').fill('12');
  await sitter.getByRole('button', { name: 'Lanjut', exact: true }).click();
  await picture(sitter, 'report-5-contact-errors');
  await sitter.getByLabel('Nomor ponsel').fill('');
  await goOn(sitter, 'Periksa dan kirim');
  await picture(sitter, 'report-6-review');
  const refusal = { status: 400, code: 'validation_failed', errors: { description: ['too_short'] } };
  await sitter.route('**/api/v1/reports', it => it.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(refusal) }), { times: 1 });
  await sitter.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(sitter.getByRole('alert')).toBeVisible();
  await picture(sitter, 'report-6-review-refused');
  await sitter.goto('/lapor');
  await sitter.getByLabel('Ceritakan dengan kata-kata Anda').fill(brokenLight);
  await goOn(sitter, 'Di mana kejadiannya?');
  await goOn(sitter, 'Sedikit lagi tentang kejadiannya');
  await goOn(sitter, 'Ada fotonya?');
  await goOn(sitter, 'Bagaimana kami menghubungi Anda?');
  await goOn(sitter, 'Periksa dan kirim');
  await sitter.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(sitter.getByRole('heading', { level: 1, name: 'Laporan Anda sudah kami terima' })).toBeVisible();
  await picture(sitter, 'report-7-receipt');
  await visit(sitter, '/lacak', 'citizen-track-kept');
});

test('Without a network', async ({ browser }) => {
  const sitter = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  const { trackingCode, secret } = await fileOwnReport(sitter);
  await sitter.goto(`/lacak/${trackingCode}#${secret}`);
  await sitter.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await sitter.reload();
  await sitter.waitForLoadState('networkidle');
  await sitter.context().setOffline(true);
  for (const [path, name] of [['/', 'home'], ['/lapor', 'report'], [`/lacak/${trackingCode}#${secret}`, 'track'], ['/peta', 'map'], ['/statistik', 'statistics']] as const) {
    await sitter.goto(path);
    await sitter.waitForTimeout(2_500); // the tries of a page without a network have no end to wait for
    await picture(sitter, `offline-${name}`);
  }
  await sitter.context().close();
});

test('The pages in English', async ({ sitter }) => {
  await sitter.goto('/');
  await sitter.evaluate(() => localStorage.setItem('bahasa', 'en'));
  const { trackingCode, secret } = await fileOwnReport(sitter);
  for (const [path, name] of [['/', 'home'], ['/lapor', 'report'], [`/lacak/${trackingCode}#${secret}`, 'track'], ['/peta', 'map'], ['/statistik', 'statistics'], ['/laporan-saya', 'own-reports'], ['/petugas/', 'staff-door']] as const)
    await visit(sitter, path, `english-${name}`);
});
