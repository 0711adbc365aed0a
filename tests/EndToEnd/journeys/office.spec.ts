import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { begin, enter, finish, openReport, signIn } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { fileReport } from './support/reporting.ts';

test('Of two officers on one report the second sees what changed and keeps the typed words', async ({ person }) => {
  const [first, second] = [await person(desk), await person(desk)];
  const trackingCode = await fileReport(first);
  await signIn(first, 'petugas.bandar-lor');
  await signIn(second, 'petugas.bandar-lor');
  await openReport(first, trackingCode);
  await openReport(second, trackingCode);

  const question = 'Di depan rumah nomor berapa tiang lampunya?';
  await begin(second, 'Minta keterangan pelapor');
  await second.getByLabel('Tanggapan untuk pelapor').fill(question);
  await begin(first, 'Mulai tindak lanjut');
  await finish(first, 'Mulai tindak lanjut');
  await expect(first.getByRole('article').getByText('Sedang ditindaklanjuti').first()).toBeVisible();

  await finish(second, 'Minta keterangan pelapor');
  await expect(second.getByRole('alert')).toContainText('Laporan ini baru saja diubah orang lain.');
  await expect(second.getByRole('article').getByText('Sedang ditindaklanjuti').first()).toBeVisible();
  await expect(second.getByLabel('Tanggapan untuk pelapor')).toHaveValue(question);
  await expect(second.getByRole('row', { name: 'Status Didisposisikan Sedang ditindaklanjuti' })).toBeVisible();
  await look(second, 'desk-report-conflict');
  await second.getByRole('button', { name: 'Kirim lagi di atas versi terbaru' }).click();
  await expect(second.getByRole('article').getByText('Perlu dilengkapi').first()).toBeVisible();
});

test('An officer in the street works the queue on a phone', async ({ person }) => {
  const officer = await person(phone);
  const trackingCode = await fileReport(officer);
  await officer.goto('/petugas/');
  await officer.getByRole('button', { name: 'Masuk' }).click();
  await expect(officer.getByRole('alert')).toContainText('Isi nama pengguna.');
  await look(officer, 'phone-staff-sign-in');
  await signIn(officer, 'petugas.bandar-lor');
  await expect(officer.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem').first()).toBeVisible();
  await look(officer, 'phone-staff-queue');
  await openReport(officer, trackingCode);
  await begin(officer, 'Minta keterangan pelapor');
  await look(officer, 'phone-staff-report');
});

test('A verifier hands a report to another unit', async ({ person }) => {
  const verifier = await person(desk);
  const trackingCode = await fileReport(verifier);
  await signIn(verifier, 'verifikator');
  await openReport(verifier, trackingCode);
  await begin(verifier, 'Disposisi');
  await verifier.getByRole('combobox', { name: 'Diteruskan kepada' }).fill('dishub');
  await expect(verifier.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await look(verifier, 'desk-report-disposisi');
  await verifier.keyboard.press('Enter');
  await verifier.getByRole('button', { name: 'Teruskan' }).click();
  await expect(verifier.getByRole('list').filter({ hasText: 'Diteruskan kepada yang berwenang' })).toContainText('Verifikator Kota');
});

test('Without a mail server whoever keeps the system finds the notifications in the outbox', async ({ person }) => {
  const [keeper, onTheWay] = [await person(desk), await person(phone)];
  await fileReport(keeper);
  await enter(keeper, 'admin');
  await expect(keeper.getByRole('heading', { level: 1, name: 'Kotak keluar' })).toBeVisible();
  // by night they wait for the morning, by day they are kept at once
  await keeper.getByRole('checkbox', { name: 'Menunggu dikirim' }).check();
  await keeper.getByRole('checkbox', { name: 'Disimpan' }).check();
  await expect(keeper).toHaveURL(/kotak-keluar\?state=pending&state=kept$/);
  const unsent = keeper.getByRole('region', { name: 'Pemberitahuan' }).getByRole('listitem');
  await expect(async () => {
    await keeper.reload();
    await expect(unsent.first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await unsent.first().getByText('Baca pesannya').click();
  await look(keeper, 'desk-outbox');
  await unsent.first().getByRole('button', { name: 'Coba lagi' }).click();
  await expect(keeper.getByRole('status')).toContainText('Pemberitahuan akan segera dikirim lagi.');

  await enter(onTheWay, 'admin');
  await expect(onTheWay.getByRole('region', { name: 'Pemberitahuan' }).getByRole('listitem').first()).toBeVisible();
  await look(onTheWay, 'phone-outbox');
});
