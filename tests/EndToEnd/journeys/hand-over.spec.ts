import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { begin, finish, openReport, signIn } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { fileOwnReport } from './support/reporting.ts';

test('An officer hands a report over, the neighbour takes it over by its link, and the reporter reads whose promise it is now', async ({ person }) => {
  const citizen = await person(phone);
  const { trackingCode, secret } = await fileOwnReport(citizen);

  const officer = await person(desk);
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, trackingCode);
  await begin(officer, 'Tutup laporan');
  await officer.getByRole('radio', { name: /^Bukan kewenangan/ }).check();
  await officer.getByRole('combobox', { name: 'Instansi luar' }).fill('PLN');
  await officer.getByRole('option', { name: /^PLN/ }).click();
  await officer.getByLabel('Email atau telepon mereka').fill('Posko Kediri 123');
  await officer.locator('#publicNote').fill('Tiang ini milik PLN.');
  await look(officer, 'desk-hand-over-form');
  await finish(officer, 'Tutup laporan');
  await expect(officer.getByText('Menunggu jawaban sampai')).toBeVisible();
  await officer.getByRole('button', { name: 'Buat tautan untuk diteruskan' }).click();
  const link = await officer.getByText(/\/serah-terima\/.+#/).textContent();
  await look(officer, 'desk-hand-over');

  const neighbour = await person(phone);
  const { pathname, hash } = new URL(link ?? '');
  await neighbour.goto(pathname + hash);
  await expect(neighbour.getByRole('heading', { level: 1, name: /^Serah terima kepada/ })).toBeVisible();
  await expect(neighbour.getByText('Tanda tangan kota sah')).toBeVisible();
  await look(neighbour, 'phone-hand-over');
  await neighbour.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expect(neighbour.getByRole('alert')).toContainText('Pilih terima atau tolak.');
  await neighbour.getByLabel('Ya, kami menerima').check();
  await neighbour.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expect(neighbour.getByRole('alert')).toContainText('Isi nomor Anda.');
  await look(neighbour, 'phone-hand-over-errors');
  await neighbour.getByLabel('Nomor laporan di instansi Anda').fill('PLN-2026-00417');
  await neighbour.getByLabel('Ditindaklanjuti paling lambat').fill('2020-01-01');
  await neighbour.getByLabel('Dijawab oleh').fill('Posko PLN Kediri');
  await neighbour.getByLabel('Kontak untuk pelapor').fill('123');
  await neighbour.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expect(neighbour.getByRole('alert').getByRole('link')).toHaveCount(1);
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await neighbour.getByLabel('Ditindaklanjuti paling lambat').fill(day);
  await neighbour.getByRole('button', { name: 'Kirim jawaban' }).click();
  await expect(neighbour.getByText('Anda menerima laporan ini dengan nomor PLN-2026-00417')).toBeVisible();
  await look(neighbour, 'phone-hand-over-taken');
  const saved = neighbour.waitForEvent('download');
  await neighbour.getByRole('button', { name: 'Dokumen untuk dicetak' }).click();
  expect((await saved).suggestedFilename()).toBe(`serah-terima-${trackingCode}.html`);

  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await expect(citizen.getByText(/paling lambat .+ \(nomor PLN-2026-00417\)/)).toBeVisible();
  await expect(citizen.getByText('Diterima instansi lain')).toBeVisible();
  await look(citizen, 'phone-hand-over-tracked');
  await officer.reload();
  await expect(officer.getByText('Diterima: nomor PLN-2026-00417')).toBeVisible();
  await look(officer, 'desk-hand-over-taken');

  const wrong = await person(desk);
  await wrong.goto(`${pathname}#karangan`);
  await expect(wrong.getByRole('heading', { name: 'Tautan tidak berlaku' })).toBeVisible();
  await look(wrong, 'desk-hand-over-unknown');
});
