import { expect, type Page } from '@playwright/test';
import { enter } from '../journeys/support/office.ts';
import { fileOwnReport } from '../journeys/support/reporting.ts';
import { picture, test, visit, visitEmpty, visitInTrouble } from './support/picture.ts';

async function speakEnglish(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('bahasa', 'en'));
}

test('The desk of 112 with its forms, its board and the review of marks', async ({ sitter }) => {
  await enter(sitter, 'operator');
  await visitInTrouble(sitter, '/petugas/operator', 'operator');
  await visit(sitter, '/petugas/operator', 'operator');
  const number = `0812${Date.now().toString().slice(-8)}`;
  for (let calls = 0; calls < 4; calls++) {
    await sitter.getByLabel('Nomor penelepon').fill(number);
    await sitter.getByRole('button', { name: /^Iseng/ }).click();
    await expect(sitter.getByText('Dicatat: Iseng.')).toBeVisible();
  }
  await sitter.getByLabel('Nomor penelepon').fill(number);
  await sitter.getByLabel('Nomor penelepon').press('Enter');
  const caller = sitter.getByRole('region', { name: 'Penelepon' });
  await expect(caller).toBeVisible();
  await picture(sitter, 'operator-caller');
  await caller.getByText('Tandai nomor ini').click();
  await caller.getByLabel('Apa yang terjadi').fill('Berteriak lalu menutup telepon, empat kali dalam satu jam.');
  await picture(sitter, 'operator-marking');
  await caller.getByRole('button', { name: 'Pasang tanda' }).click();
  await expect(caller.getByRole('status')).toBeVisible();
  await sitter.getByRole('button', { name: /^Keluhan/ }).click();
  await expect(sitter.getByRole('heading', { name: 'Laporan untuk penelepon' })).toBeVisible();
  await sitter.getByRole('button', { name: 'Kirim laporan' }).click();
  await picture(sitter, 'operator-complaint-errors');
  await sitter.goto('/petugas/operator');
  await sitter.getByRole('button', { name: /^Darurat/ }).click();
  await expect(sitter.getByLabel('Keadaan darurat', { exact: true })).toBeFocused();
  await sitter.getByRole('button', { name: 'Tunjuk di peta' }).click();
  await expect(sitter.getByRole('group', { name: /peta/i })).toBeVisible();
  await picture(sitter, 'operator-emergency-map');
  await sitter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await picture(sitter, 'operator-emergency-errors');
  await sitter.getByLabel('Keadaan darurat', { exact: true }).selectOption({ index: 1 });
  await sitter.getByLabel('Tempat atau patokan').fill('Belakang pasar Bandar');
  await sitter.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(sitter.getByText('Unit dikirim; jam menit berjalan.')).toBeVisible();
  await picture(sitter, 'operator-board');
  await speakEnglish(sitter);
  await visit(sitter, '/petugas/operator', 'english-operator');
});

test('The review of marks, and 112 as a unit sees it', async ({ sitter }) => {
  await enter(sitter, 'verifikator');
  await visit(sitter, '/petugas/operator', 'operator-verifier');
  await speakEnglish(sitter);
  await visit(sitter, '/petugas/operator', 'english-operator-verifier');
});

test('The cars as a citizen asks for one', async ({ sitter }) => {
  await visitInTrouble(sitter, '/mobil/permintaan/7F3K-9QX2-M4D#abcdefghijklmnopqrstuvwxyz', 'car-track');
  const walk = async (name: string, words: { next: RegExp; ward: string }) => {
    await visit(sitter, '/mobil', `${name}-1-purpose`);
    await sitter.getByRole('radio').first().check();
    await sitter.getByRole('button', { name: words.next }).click();
    await expect(sitter.getByLabel(words.ward)).toBeVisible();
    await picture(sitter, `${name}-2-ward`);
    await sitter.getByLabel(words.ward).selectOption({ label: 'Bandar Lor (Mojoroto)' });
    await sitter.getByRole('button', { name: words.next }).click();
    await sitter.waitForLoadState('networkidle');
    await picture(sitter, `${name}-3-time`);
    await sitter.getByRole('button', { name: words.next }).click();
    await sitter.waitForLoadState('networkidle');
    await picture(sitter, `${name}-4-after-time`);
  };
  await walk('car', { next: /^Lanjut/, ward: 'Kelurahan' });
  await sitter.evaluate(() => sessionStorage.clear());
  await speakEnglish(sitter);
  await walk('english-car', { next: /^Continue/, ward: 'Ward' });
});

test('The cars as their keepers see them', async ({ sitter }) => {
  await enter(sitter, 'petugas.bandar-lor');
  const parts = { inbox: '', calendar: '/kalender', register: '/mobil', log: '/buku-jalan', use: '/pemakaian', new: '/mobil/baru' };
  for (const [name, path] of Object.entries(parts)) await visit(sitter, `/petugas/mobil${path}`, `cars-${name}`);
  await visitInTrouble(sitter, '/petugas/mobil', 'cars-inbox');
  await visitEmpty(sitter, '/petugas/mobil', '**/api/v1/mobmas/**', 'cars-inbox');
  await speakEnglish(sitter);
  for (const [name, path] of Object.entries(parts)) await visit(sitter, `/petugas/mobil${path}`, `english-cars-${name}`);
});

test('Figures of the staff', async ({ sitter }) => {
  await enter(sitter, 'kepala.dpupr');
  await visit(sitter, '/petugas/statistik', 'staff-statistics');
  await visitInTrouble(sitter, '/petugas/statistik', 'staff-statistics');
  await speakEnglish(sitter);
  await visit(sitter, '/petugas/statistik', 'english-staff-statistics');
  await visit(sitter, '/statistik', 'english-statistics');
  await visit(sitter, '/serah-terima/0190d5c4-0000-7000-8000-000000000000#karangan', 'english-hand-over-unknown');
});

test('A hand-over as its receiver reads it', async ({ sitter, browser }) => {
  const officer = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  const filed = (await fileOwnReport(sitter)) as { id: string; trackingCode: string; secret: string };
  await enter(officer, 'petugas.bandar-lor');
  await officer.goto(`/petugas/laporan/${filed.id}`);
  await officer.getByRole('button', { name: 'Tutup laporan', expanded: false }).click();
  await officer.getByRole('radio', { name: /^Bukan kewenangan/ }).check();
  await officer.getByRole('combobox', { name: 'Instansi luar' }).fill('PLN');
  await officer.getByRole('option', { name: /^PLN/ }).click();
  await officer.getByLabel('Email atau telepon mereka').fill('Posko Kediri 123');
  await officer.locator('#publicNote').fill('Tiang ini milik PLN.');
  await officer.getByRole('button', { name: 'Tutup laporan' }).last().click();
  await officer.getByRole('button', { name: 'Buat tautan untuk diteruskan' }).click();
  const { pathname, hash } = new URL((await officer.getByText(/\/serah-terima\/.+#/).textContent()) ?? '');
  await visitInTrouble(sitter, pathname + hash, 'hand-over');
  await visit(sitter, pathname + hash, 'hand-over');
  await speakEnglish(sitter);
  await visit(sitter, pathname + hash, 'english-hand-over');
  await visit(sitter, `/lacak/${filed.trackingCode}#${filed.secret}`, 'english-track-handed-over');
  await officer.context().close();
});
