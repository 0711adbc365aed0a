import { expect, type Page } from '@playwright/test';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

/** What the token endpoint says to a program with this secret. */
async function tokenStatus(page: Page, clientId: string, secret: string): Promise<number> {
  const answer = await page.request.post('/connect/token', {
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
  });
  return answer.status();
}

test('An admin lets an application in, gives it a new secret beside the old one, and shuts it out', async ({ person }) => {
  const admin = await person(desk);
  await enter(admin, 'admin');
  await admin.getByRole('link', { name: 'Admin', exact: true }).click();
  await admin.getByRole('navigation', { name: 'Bagian admin' }).getByRole('link', { name: 'Aplikasi' }).click();
  await expect(admin.getByRole('table', { name: 'Aplikasi' })).toBeVisible();
  await look(admin, 'desk-admin-clients');

  await admin.getByRole('link', { name: 'Tambah aplikasi' }).click();
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByRole('alert')).toContainText('Wajib diisi.');
  await look(admin, 'desk-admin-client-refused');

  const clientId = `surabaya-${Date.now()}`;
  await admin.getByRole('textbox', { name: 'client_id' }).fill(clientId);
  await admin.getByRole('textbox', { name: 'Nama' }).fill('Aplikasi warga Surabaya');
  await admin.getByLabel('Membaca laporan dan antrean').check();
  await admin.getByLabel('Mengirim laporan').check();
  await admin.getByLabel('Unit tertentu saja').check();
  for (const unit of ['dpupr', 'dlhkp']) {
    await admin.getByRole('combobox', { name: 'Tambah unit' }).fill(unit);
    await admin.keyboard.press('Enter');
  }
  await expect(admin.getByRole('list', { name: 'Unit' }).getByRole('listitem')).toHaveCount(2);
  await admin.getByRole('button', { name: /^Hapus .*DLHKP/ }).click();
  await admin.getByLabel('Berlaku sampai').fill('2030-12-31');
  await admin.getByRole('button', { name: 'Simpan' }).click();

  const told = admin.getByRole('status').filter({ hasText: `Rahasia untuk ${clientId}` });
  const first = await told.locator('code').innerText();
  expect(first).toMatch(/^kl_/);
  expect(await tokenStatus(admin, clientId, first)).toBe(200);
  await look(admin, 'desk-admin-client');
  await admin.reload();
  await expect(admin.getByRole('heading', { level: 1, name: 'Aplikasi warga Surabaya' })).toBeVisible();
  await expect(told).toHaveCount(0);
  await expect(admin.getByLabel('Berlaku sampai')).toHaveValue('2030-12-31');

  await admin.getByRole('button', { name: 'Buat rahasia baru' }).click();
  await admin.getByRole('button', { name: 'Buat sekarang' }).click();
  const second = await told.locator('code').innerText();
  for (const secret of [first, second]) expect(await tokenStatus(admin, clientId, secret)).toBe(200);
  await admin.getByRole('button', { name: `Cabut …${first.slice(-4)}` }).click();
  await admin.getByRole('button', { name: 'Cabut sekarang' }).click();
  await expect(admin.getByText('Dicabut. Berlaku dalam beberapa detik.')).toBeVisible();
  await expect.poll(() => tokenStatus(admin, clientId, first)).toBe(401);
  expect(await tokenStatus(admin, clientId, second)).toBe(200);

  await admin.getByLabel('Ditutup').check();
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByText('Tersimpan.')).toBeVisible();
  await expect.poll(() => tokenStatus(admin, clientId, second)).toBe(401);
  await admin.getByText('Riwayat perubahan').click();
  await expect(admin.getByText('Rahasia dicabut')).toBeVisible();
  await look(admin, 'desk-admin-client-shut-out');
});

test('On a phone the applications of an admin fit, in English too', async ({ person }) => {
  const admin = await person(phone);
  await enter(admin, 'admin');
  await admin.goto('/petugas/admin/klien');
  await expect(admin.getByRole('table', { name: 'Aplikasi' })).toBeVisible();
  await look(admin, 'phone-admin-clients');
  await admin.getByRole('table', { name: 'Aplikasi' }).getByRole('link').first().click();
  await expect(admin.getByRole('button', { name: 'Buat rahasia baru' })).toBeVisible();
  await look(admin, 'phone-admin-client');
  await admin.evaluate(() => localStorage.setItem('bahasa', 'en'));
  await admin.goto('/petugas/admin/klien/baru');
  await expect(admin.getByRole('heading', { level: 1, name: 'Add an application' })).toBeVisible();
  await look(admin, 'phone-admin-client-english');
});
