import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { enter, signIn } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { fileReport } from './support/reporting.ts';

test('An admin sees what a day off would move before it is one', async ({ person }) => {
  const admin = await person(desk);
  await fileReport(admin);
  await enter(admin, 'admin');
  await expect(admin.getByRole('link', { name: 'Kotak keluar' })).toBeVisible();
  await admin.goto('/petugas/admin/kalender');
  await expect(admin.getByRole('table', { name: /^Hari libur/ })).toBeVisible();
  await look(admin, 'desk-admin-calendar');
  await admin.getByRole('link', { name: 'Tambah hari libur' }).click();
  // the next working day but one, or the one after a weekend: a deadline of five working days reaches over it
  const free = new Date(Date.now() + 7 * 3_600_000 + 2 * 86_400_000);
  while (free.getUTCDay() % 6 === 0) free.setUTCDate(free.getUTCDate() + 1);
  await admin.getByLabel('Tanggal').fill(free.toISOString().slice(0, 10));
  await admin.getByLabel('Nama').fill('Hari uji coba');
  await admin.getByRole('button', { name: 'Lihat akibatnya' }).click();
  await expect(admin.getByRole('status').filter({ hasText: /tenggat laporan terbuka bergeser|Tidak ada yang berubah/ })).toBeVisible();
  await look(admin, 'desk-admin-calendar-effect');
});

test('An admin reads a template as its recipient would, and a fault in it is told', async ({ person }) => {
  const admin = await person(desk);
  await enter(admin, 'admin');
  await expect(admin.getByRole('link', { name: 'Kotak keluar' })).toBeVisible();
  await admin.goto('/petugas/admin/pemberitahuan');
  await expect(admin.getByRole('table', { name: 'Pemberitahuan' })).toBeVisible();
  await look(admin, 'desk-admin-notifications');
  await admin.getByRole('link', { name: 'Laporan diterima' }).click();
  await admin.getByText('Kepada pelapor, Bahasa Indonesia').click();
  await admin.getByRole('button', { name: 'Pratinjau' }).click();
  await expect(admin.getByRole('region', { name: 'Seperti dibaca penerimanya' })).toContainText('7F3K-9QX2-M4D');
  await look(admin, 'desk-admin-notification-preview');
  await admin.getByRole('textbox', { name: 'Isi' }).fill('Yth. {{ nama }}');
  await admin.getByRole('button', { name: 'Pratinjau' }).click();
  await expect(admin.getByRole('region', { name: 'Seperti dibaca penerimanya' }).getByRole('alert')).toContainText('variabel yang tidak tersedia');
  await admin.getByRole('button', { name: 'Batalkan perubahan' }).click();

  await admin.goto('/petugas/admin/balasan');
  await expect(admin.getByRole('table', { name: 'Templat balasan' })).toBeVisible();
  await look(admin, 'desk-admin-replies');
  await admin.getByRole('table', { name: 'Templat balasan' }).getByRole('link').first().click();
  await admin.getByRole('button', { name: 'Pratinjau' }).click();
  await expect(admin.getByRole('region', { name: 'Seperti dibaca penerimanya' })).toBeVisible();
  await look(admin, 'desk-admin-reply');
});

test('On a phone the pages of an admin take turns with their lists', async ({ person }) => {
  const admin = await person(phone);
  await enter(admin, 'admin');
  await expect(admin.getByRole('navigation').getByRole('link').first()).toBeVisible();
  for (const section of ['kalender', 'kalender/baru', 'kalender/jam-baru', 'kalender/impor', 'pemberitahuan', 'pemberitahuan/received', 'balasan', 'balasan/baru']) {
    await admin.goto(`/petugas/admin/${section}`);
    await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
    await admin.waitForLoadState('networkidle');
    await look(admin, `phone-admin-${section.replace('/', '-')}`);
  }
});

test('The auditor sees who read a contact, and that the log was opened', async ({ person }) => {
  const auditor = await person(desk);
  await signIn(auditor, 'inspektorat');
  await auditor.getByRole('link', { name: 'Log akses data pribadi' }).click();
  await expect(auditor.getByRole('heading', { level: 1, name: 'Log akses data pribadi' })).toBeVisible();
  await expect(auditor.getByRole('region', { name: 'Yang membuka log ini' }).getByRole('listitem').first()).toBeVisible();
  await look(auditor, 'desk-access-log');
});
