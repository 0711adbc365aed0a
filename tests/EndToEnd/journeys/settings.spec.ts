import { expect } from '@playwright/test';
import { press, reach, write } from './support/keys.ts';
import { look } from './support/look.ts';
import { begin, enter, openReport, signIn } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { fileReport } from './support/reporting.ts';

test('Keys alone show an admin what a day off would move before it is one', async ({ person }) => {
  const admin = await person(desk);
  await fileReport(admin);
  await enter(admin, 'admin');
  await expect(admin.getByRole('link', { name: 'Kotak keluar' })).toBeVisible();
  await admin.goto('/petugas/admin/kalender');
  await expect(admin.getByRole('table', { name: /^Hari libur/ })).toBeVisible();
  await look(admin, 'desk-admin-calendar');
  await press(admin, admin.getByRole('link', { name: 'Tambah hari libur' }));
  // the next working day but one, or the one after a weekend: a deadline of five working days reaches over it
  const free = new Date(Date.now() + 7 * 3_600_000 + 2 * 86_400_000);
  while (free.getUTCDay() % 6 === 0) free.setUTCDate(free.getUTCDate() + 1);
  await reach(admin, admin.getByLabel('Tanggal'));
  await admin.getByLabel('Tanggal').fill(free.toISOString().slice(0, 10)); // which keys make a date is the browser's matter
  await write(admin, admin.getByLabel('Nama'), 'Hari uji coba');
  await press(admin, admin.getByRole('button', { name: 'Lihat akibatnya' }));
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
});

test('Keys alone write a reply, through a session that ends meanwhile, and it is offered to an officer', async ({ person }) => {
  const admin = await person(desk);
  await enter(admin, 'admin');
  await admin.goto('/petugas/admin/balasan');
  await expect(admin.getByRole('table', { name: 'Templat balasan' })).toBeVisible();
  await look(admin, 'desk-admin-replies');
  await press(admin, admin.getByRole('link', { name: 'Tambah templat' }));
  await reach(admin, admin.getByLabel('Langkah'));
  await admin.keyboard.type('Perlu');
  await expect(admin.getByLabel('Langkah')).toHaveValue('needsInformation');
  const title = `Tiang diperiksa ${Date.now()}`;
  await write(admin, admin.getByRole('textbox', { name: 'Judul' }), title);
  await write(admin, admin.getByRole('textbox', { name: 'Isi' }), 'Tiang kami periksa hari ini, {{ code }}.');
  await press(admin, admin.getByRole('button', { name: 'Pratinjau' }));
  await expect(admin.getByRole('region', { name: 'Seperti dibaca penerimanya' })).toContainText('Tiang kami periksa hari ini, 7F3K');
  await look(admin, 'desk-admin-reply');
  await admin.context().clearCookies();
  await press(admin, admin.getByRole('button', { name: 'Simpan' }));
  await expect(admin.getByRole('dialog', { name: 'Sesi Anda berakhir' }).getByLabel('Kata sandi')).toBeFocused();
  await admin.keyboard.type(process.env['KEDIRILAPOR_DEMO_PASSWORD'] ?? '');
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(admin.getByText('Tersimpan.')).toBeVisible();
  // the next one begins empty
  await press(admin, admin.getByRole('link', { name: 'Tambah templat' }));
  await expect(admin.getByRole('textbox', { name: 'Judul' })).toHaveValue('');

  const officer = await person(desk);
  const trackingCode = await fileReport(officer);
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, trackingCode);
  await begin(officer, 'Minta keterangan pelapor');
  await press(officer, officer.getByText(/^Pakai templat jawaban/));
  await press(officer, officer.getByRole('button', { name: new RegExp(title) }));
  await expect(officer.getByLabel('Tanggapan untuk pelapor')).toHaveValue(`Tiang kami periksa hari ini, ${trackingCode}.`);
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
  // who has the most pages finds them on every screen in two lines at most
  for (const width of [1280, 1024, 768, 360]) {
    await auditor.setViewportSize({ width, height: 900 });
    const masthead = await auditor.getByRole('banner').boundingBox();
    expect(masthead?.height, `height of the masthead at ${width}`).toBeLessThan(112);
    expect(await auditor.evaluate(() => document.documentElement.scrollWidth), `width of the page at ${width}`).toBe(width);
  }
  await auditor.setViewportSize({ width: 1440, height: 900 });
  await auditor.getByRole('link', { name: 'Log akses' }).click();
  await expect(auditor.getByRole('heading', { level: 1, name: 'Log akses data pribadi' })).toBeVisible();
  await expect(auditor.getByRole('region', { name: 'Yang membuka log ini' }).getByRole('listitem').first()).toBeVisible();
  await expect(auditor.getByRole('region', { name: 'Pembacaan data penelepon 112' })).toContainText(/Operator 112|Belum ada/);
  await look(auditor, 'desk-access-log');
});
