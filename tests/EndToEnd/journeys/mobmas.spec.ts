import { expect, type Page } from '@playwright/test';
import { act, drive, soon } from './support/cars.ts';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

test('A citizen asks for a car, the kelurahan approves, drives and logs it, and the citizen sees that it is done', async ({ person }) => {
  const citizen = await person(phone);
  await citizen.goto('/mobil');
  await look(citizen, 'phone-car-1-purpose');
  await citizen.getByLabel('Keadaan darurat medis').check();
  await expect(citizen.getByRole('alert')).toContainText('Telepon 112 sekarang');
  await look(citizen, 'phone-car-1-urgent');
  await citizen.getByLabel('Berobat terencana').check();
  await citizen.getByLabel('Keterangan (boleh dikosongkan)').fill('Kontrol bulanan, memakai kursi roda');
  await goOn(citizen, 'Kelurahan mana?');
  await citizen.getByLabel('Kelurahan').selectOption({ label: 'Bandar Lor (Mojoroto)' });
  await goOn(citizen, 'Kapan mobil diperlukan?');
  const { isToday, day, from, until } = soon();
  await citizen.getByLabel('Tanggal').fill(day);
  await expect(citizen.getByText('Mobil Bandar Lor')).toBeVisible();
  await citizen.getByLabel('Mulai').selectOption(from);
  await citizen.getByLabel('Sampai').selectOption(until);
  await look(citizen, 'phone-car-3-time');
  await goOn(citizen, 'Dari mana ke mana?');
  await citizen.getByLabel('Dijemput di').fill('Gang 2, depan musala');
  await citizen.getByLabel('Tujuan').fill('RSUD Gambiran');
  await goOn(citizen, 'Siapa yang dihubungi sopir?');
  await citizen.getByRole('button', { name: 'Lanjut' }).click();
  await expect(citizen.getByRole('alert')).toContainText('Isi nomor telepon');
  await citizen.getByLabel('Nama', { exact: true }).fill('Sulastri');
  await citizen.getByLabel('Nomor telepon').fill('0812 3456 7890');
  await goOn(citizen, 'Periksa lalu kirim');
  await look(citizen, 'phone-car-6-review');
  await citizen.getByRole('button', { name: 'Kirim permintaan' }).click();
  await expect(citizen.getByRole('heading', { level: 1, name: 'Permintaan terkirim' })).toBeVisible();
  await look(citizen, 'phone-car-7-receipt');
  await citizen.getByRole('link', { name: 'Lihat permintaan' }).click();
  await expect(citizen.getByText('Menunggu keputusan')).toBeVisible();
  const link = citizen.url();
  await correct(citizen);

  const officer = await person(desk);
  await enter(officer, 'petugas.bandar-lor');
  await officer.getByRole('link', { name: 'Mobmas' }).click();
  await look(officer, 'desk-cars-inbox');
  await officer.getByRole('listitem').filter({ hasText: 'Gang 2, depan musala' }).getByRole('link').first().click();
  await officer.getByLabel('Alasan membaca kontak').fill('Memastikan waktu jemput');
  await officer.getByRole('button', { name: 'Baca kontak' }).click();
  await expect(officer.getByText('+6281299990000')).toBeVisible();
  await expect(officer.getByText('Pemohon memperbaiki kontaknya')).toBeVisible();
  await act(officer, 'Setujui', () => officer.getByLabel(/^Mobil Bandar Lor/).check());
  await expect(officer.getByText('Disetujui').first()).toBeVisible();
  await look(officer, 'desk-cars-request');
  const auditor = await person(desk);
  await enter(auditor, 'inspektorat');
  await auditor.goto('/petugas/akses');
  await expect(auditor.getByRole('region', { name: 'Pembacaan kontak peminta mobil' }).getByText('Memastikan waktu jemput').first()).toBeVisible();
  await look(auditor, 'desk-access-log-cars');
  // at night, when no car goes for hours, the story ends with a car that is free again
  if (!isToday) return act(officer, 'Batalkan', () => officer.getByLabel('Pesan untuk pemohon').fill('Sopir berhalangan.'));
  await drive(officer, 'bandarLor');
  for (const [tab, shot] of [['Kalender', 'calendar'], ['Mobil', 'register'], ['Buku jalan', 'log'], ['Pemakaian', 'use']] as const) {
    await officer.getByRole('navigation', { name: 'Bagian Mobmas' }).getByRole('link', { name: tab, exact: true }).click();
    await expect(officer.locator('.skeleton')).toHaveCount(0);
    await look(officer, `desk-cars-${shot}`);
  }

  await citizen.goto(link);
  await citizen.reload();
  await expect(citizen.getByText('Selesai', { exact: true })).toBeVisible();
  await citizen.getByText('Data pribadi Anda').click();
  await expect(citizen.getByText('Memastikan waktu jemput')).toBeVisible();
  await look(citizen, 'phone-car-tracked');
});

test('A week of cars reads as a list on a phone, and keeping a car needs no mouse', async ({ person }) => {
  const officer = await person(phone);
  await enter(officer, 'camat.mojoroto');
  await officer.goto('/petugas/mobil/kalender');
  await expect(officer.getByText('Minibus putih Mojoroto')).toBeVisible();
  await look(officer, 'phone-cars-calendar');
  await officer.goto('/petugas/mobil/mobil');
  await officer.getByRole('link', { name: 'Minibus putih Mojoroto' }).press('Enter');
  await officer.getByRole('button', { name: 'Buat alamat kalender baru' }).press('Enter');
  await expect(officer.getByText(/mobmas\/feeds\/[0-9a-f]{40}\.ics/)).toBeVisible();
  await look(officer, 'phone-cars-car');
});

/** The number was mistyped: the requester puts it right, not before it is one. */
async function correct(page: Page): Promise<void> {
  await page.getByText('Data pribadi Anda').click();
  const number = page.getByLabel('Nomor telepon');
  await number.fill('');
  await page.getByRole('button', { name: 'Simpan perbaikan' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Wajib diisi' })).toBeFocused();
  await look(page, 'phone-car-contact-refused');
  await number.fill('0812 9999 0000');
  await page.getByRole('button', { name: 'Simpan perbaikan' }).click();
  await expect(page.getByText('Kontak Anda sudah diperbaiki.')).toBeVisible();
  await expect(page.getByText('Sulastri, +6281299990000')).toBeVisible();
  await look(page, 'phone-car-contact');
}

async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}
