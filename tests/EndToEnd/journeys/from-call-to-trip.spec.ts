import { expect, type Page } from '@playwright/test';
import { act, drive, soon } from './support/cars.ts';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

const log = (page: Page) => page.getByRole('region', { name: 'Panggilan terakhir' });

test('A call becomes help, then a report, then a ride that the ward drives, and report and call tell of it to the end', async ({ person }) => {
  const taker = await person(desk);
  await enter(taker, 'operator');
  await taker.goto('/petugas/operator');
  await expect(log(taker).getByText(/^Hari ini:/)).toBeVisible();
  const mark = Date.now().toString().slice(-8);
  const [number, home] = [`0813${mark}`, `Jalan Veteran ${mark}, depan toko roti`];

  // somebody has fallen: an ambulance
  await call(taker, number, 'd');
  await taker.getByLabel('Keadaan darurat', { exact: true }).selectOption({ label: 'Gawat darurat medis / ambulans' });
  await taker.getByLabel('Tempat atau patokan').fill(home);
  await choose(taker, 'Kelurahan', 'Sukorame');
  await taker.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(taker.getByText('Unit dikirim; jam menit berjalan.')).toBeVisible();
  const card = taker.getByRole('article').filter({ hasText: home });
  for (const step of ['Dalam perjalanan', 'Di lokasi']) {
    await card.getByRole('button', { name: step, exact: true }).click();
    await expect(card.getByRole('status').filter({ hasText: step })).toBeVisible();
  }
  await card.getByRole('button', { name: 'Selesai', exact: true }).click();
  await card.getByLabel('Apa yang ditemukan di lokasi').fill('Lansia terjatuh, pergelangan kaki terkilir; dirawat di tempat.');
  await card.getByRole('button', { name: 'Simpan langkah' }).click();
  await expect(card).toBeHidden();

  // the same caller again: what is left to do is a report, and its number is read out
  await call(taker, number, 'k');
  await taker.getByLabel('Keluhan, dengan kata-kata penelepon').fill('Ibu saya lansia dan tinggal sendiri; beliau memerlukan pendampingan dan kursi roda.');
  await choose(taker, 'Jenis laporan', 'Bantuan disabilitas');
  await taker.locator('#complaint-address').fill(home);
  await choose(taker, 'Kelurahan', 'Sukorame');
  await taker.getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(taker.getByText('Laporan dibuat. Bacakan nomornya:')).toBeVisible();
  const code = (await taker.locator('.spoken-code').innerText()).replace(/\s/g, '').replace(/^(.{4})(.{4})(.{3})$/, '$1-$2-$3');
  await look(taker, 'desk-operator-report-ride');

  // and a car for the check-up
  await taker.getByRole('link', { name: 'Minta mobil Mobmas' }).first().click();
  await expect(taker.getByRole('heading', { level: 1, name: 'Catat permintaan mobil' })).toBeVisible();
  await expect(taker.getByRole('link', { name: code })).toBeVisible();
  await expect(taker.getByLabel('Dijemput di')).toHaveValue(home);
  await taker.getByLabel('Keperluan', { exact: true }).selectOption({ label: 'Keadaan darurat medis' });
  await expect(taker.getByRole('alert')).toContainText('kirim unit dari papan darurat 112');
  await taker.getByLabel('Keperluan', { exact: true }).selectOption({ label: 'Berobat terencana' });
  await taker.getByLabel('Keterangan (boleh dikosongkan)').fill('Kontrol pergelangan kaki, memakai kursi roda');
  await taker.getByLabel('Tujuan').fill('RSUD Gambiran');
  await taker.getByRole('button', { name: 'Kirim permintaan' }).click();
  await expect(taker.getByRole('alert').getByText('Isi nomor telepon')).toBeVisible();
  await look(taker, 'desk-ride-missing');
  await taker.getByRole('button', { name: 'Ambil nomor penelepon' }).click();
  await expect(taker.getByLabel('Nomor telepon')).toHaveValue(`+62${number.slice(1)}`);
  const { isToday, day, from, until } = soon();
  await taker.getByLabel('Tanggal').fill(day);
  await expect(taker.getByText('Mobil Sukorame')).toBeVisible();
  await taker.getByLabel('Mulai').selectOption(from);
  await taker.getByLabel('Sampai').selectOption(until);
  await look(taker, 'desk-ride-asked');
  await taker.getByRole('button', { name: 'Kirim permintaan' }).click();
  await expect(taker.getByText('Permintaan tercatat. Bacakan nomornya:')).toBeVisible();
  await look(taker, 'desk-ride-written');
  await taker.getByRole('link', { name: 'Kembali ke laporan' }).click();
  const rides = taker.getByRole('region', { name: 'Mobil Mobmas' });
  await expect(rides).toContainText('Menunggu keputusan');
  await expect(rides).toContainText('Diputuskan oleh Kelurahan Sukorame');
  await look(taker, 'desk-report-ride');

  // the camat, on the way, decides and drives for a ward of his
  const office = await person(phone);
  await enter(office, 'camat.mojoroto');
  await office.goto('/petugas/mobil');
  await office.getByRole('listitem').filter({ hasText: home }).getByRole('link').first().click();
  await expect(office.getByText('Untuk laporan')).toBeVisible();
  await expect(office.getByText('Bantuan disabilitas')).toBeVisible();
  await look(office, 'phone-ride-request');
  await act(office, 'Setujui', () => office.getByLabel(/^Mobil Sukorame/).check());
  await expect(rides.or(taker.getByText('Disetujui')).first()).toBeVisible();
  if (isToday) await drive(office, 'sukorame');
  // at night, when no car goes for hours, the story ends with a car that is free again
  else await act(office, 'Batalkan', () => office.getByLabel('Pesan untuk pemohon').fill('Sopir berhalangan.'));
  await office.getByRole('link', { name: code }).click();
  await expect(office.getByRole('region', { name: 'Mobil Mobmas' })).toContainText(isToday ? 'Selesai' : 'Dibatalkan');
  await look(office, 'phone-report-ride');

  // the operator's page has heard of each step by itself, and so does the log of calls
  await expect(rides).toContainText(isToday ? 'Selesai' : 'Dibatalkan', { timeout: 40_000 });
  await expect(rides).toContainText('Mobil Sukorame');
  await expect(taker.getByText(/Permintaan mobil \S+ disetujui: Mobil Sukorame/)).toBeVisible();
  await expect(taker.getByText(isToday ? /Perjalanan mobil untuk permintaan \S+ selesai\.$/ : /Permintaan mobil \S+ dibatalkan\.$/)).toBeVisible();
  await look(taker, 'desk-report-ride-done');
  await taker.goto('/petugas/operator');
  const row = log(taker).getByRole('listitem').filter({ hasText: code });
  await expect(row).toContainText(isToday ? 'Selesai' : 'Dibatalkan');
  await look(taker, 'desk-operator-log-ride');
});

/** The line rings: its number, and the key of what it is. */
async function call(page: Page, number: string, key: string): Promise<void> {
  await page.getByLabel('Nomor penelepon').fill(number);
  await page.getByLabel('Nomor penelepon').press('Enter');
  await expect(page.getByRole('heading', { name: 'Penelepon' })).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press(key);
}

/** Takes the first of what a list offers for these words. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name, exact: true });
  await field.fill(words);
  await field.press('Enter');
}
