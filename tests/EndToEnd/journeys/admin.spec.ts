import { expect, type Page } from '@playwright/test';
import { press, write } from './support/keys.ts';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

interface Receipt {
  trackingCode: string;
  secret: string;
  agency: { code: string } | null;
}

/** Sends a report from the middle of Bandar Lor as anybody may. */
async function send(page: Page, serviceCode: string): Promise<Receipt> {
  const answer = await page.request.post('/api/v1/reports', {
    data: { serviceCode, description: 'Perlu segera ditangani, sudah seminggu begini.', location: { lat: -7.818385, lng: 112.003541 } },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  });
  expect(answer.status()).toBe(201);
  return await answer.json();
}

/** A service of DLHKP whose rule no earlier walk has changed, and that asks nothing. */
async function untouched(admin: Page): Promise<{ code: string; name: string }> {
  const today = new Date().toISOString().slice(0, 10);
  const services = (await (await admin.request.get('/api/v1/services')).json()).items;
  const rules = (await (await admin.request.get('/api/v1/admin/routing-rules')).json()).items;
  const rule = rules.find(
    (it: { rank: number; state: string; agency: { code: string } | null; validFrom: string; service: { code: string } }) =>
      it.rank === 0 && it.state === 'current' && it.agency?.code === 'DLHKP' && it.validFrom < today &&
      services.some((one: { code: string; questions: unknown[]; confidential: boolean }) => one.code === it.service.code && one.questions.length === 0 && !one.confidential),
  );
  return rule.service;
}

test('Keys alone change a routing rule after a replay, and the next report goes to the new unit', async ({ person }) => {
  const [admin, citizen] = [await person(desk), await person(phone)];
  await enter(admin, 'admin');
  const service = await untouched(admin);
  expect((await send(citizen, service.code)).agency?.code).toBe('DLHKP');

  await press(admin, admin.getByRole('link', { name: 'Admin' }));
  await press(admin, admin.getByRole('navigation', { name: 'Bagian admin' }).getByRole('link', { name: 'Aturan disposisi' }));
  await write(admin, admin.getByRole('searchbox', { name: 'Cari jenis, unit, atau tempat' }), `${service.code} dlhkp`);
  await look(admin, 'desk-admin-rules');
  await press(admin, admin.getByRole('rowheader', { name: service.name }).first().getByRole('link'));
  await expect(admin.getByRole('heading', { level: 1, name: service.name })).toBeVisible();
  await write(admin, admin.getByRole('combobox', { name: 'Unit' }), 'dpupr');
  await admin.keyboard.press('Enter');
  await look(admin, 'desk-admin-rule');
  await press(admin, admin.getByRole('button', { name: 'Masukkan ke rancangan' }));

  await expect(admin.getByRole('heading', { level: 1, name: 'Rancangan dan uji' })).toBeVisible();
  await press(admin, admin.getByRole('button', { name: 'Uji sekarang' }));
  const result = admin.getByRole('region', { name: 'Hasil uji' });
  await expect(result.getByRole('heading', { name: /laporan: Dinas Lingkungan Hidup.* → Dinas Pekerjaan Umum/ })).toBeVisible();
  await look(admin, 'desk-admin-replay');
  await press(admin, admin.getByRole('button', { name: 'Berlakukan', exact: true }));
  await expect(admin.getByText('Berlaku. Laporan berikutnya mengikuti aturan baru.')).toBeVisible();

  await expect(async () => expect((await send(citizen, service.code)).agency?.code).toBe('DPUPR')).toPass({ timeout: 20_000 });
  const { trackingCode, secret } = await send(citizen, service.code);
  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await expect(citizen.getByText('Dinas Pekerjaan Umum dan Penataan Ruang').or(citizen.getByText('DPUPR')).first()).toBeVisible();
});

test('Of two admins on one unit the second sees what changed and saves on top', async ({ person }) => {
  const [first, second] = [await person(desk), await person(phone)];
  await enter(first, 'admin');
  await enter(second, 'admin');
  for (const admin of [first, second]) {
    await admin.goto('/petugas/admin/unit/PMI');
    await expect(admin.getByLabel('Telepon')).toBeVisible();
  }

  await first.getByLabel('Telepon').fill(`0354 ${Date.now() % 1_000_000}`);
  await second.getByLabel('Alamat kantor').fill(`Jalan Mayor Bismo ${Date.now() % 1_000}`);
  await first.getByRole('button', { name: 'Simpan' }).click();
  await expect(first.getByText('Tersimpan.')).toBeVisible();
  await second.getByRole('button', { name: 'Simpan' }).click();
  await expect(second.getByRole('alert')).toContainText('tidak Anda ubah');
  await look(second, 'phone-admin-conflict');
  await second.getByRole('button', { name: 'Simpan perubahan saya di atasnya' }).click();
  await expect(second.getByText('Tersimpan.')).toBeVisible();
  await second.getByText('Riwayat perubahan').click();
  await expect(second.getByRole('list').filter({ hasText: 'Admin Sistem' }).first()).toBeVisible();
  await look(second, 'phone-admin-unit');
});

test('A new officer comes in with a one-time password and chooses another', async ({ person }) => {
  const [admin, officer] = [await person(phone), await person(phone)];
  await enter(admin, 'admin');
  const userName = `sri.${Date.now()}`;
  await admin.goto('/petugas/admin/orang/petugas.dpupr'); // a dot in an address of the staff makes no file of it
  await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
  await admin.goto('/petugas/admin/orang/baru');
  await admin.getByLabel('Nama pengguna', { exact: true }).fill(userName);
  await admin.getByLabel('Nama lengkap').fill('Sri Wahyuni');
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByRole('alert')).toContainText('Wajib diisi.');
  await look(admin, 'phone-admin-person-refused');
  await admin.getByRole('combobox', { name: 'Unit' }).fill('dpupr');
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Simpan' }).click();
  const password = await admin.locator('code').innerText();
  await look(admin, 'phone-admin-person');

  await officer.goto('/petugas/');
  await officer.getByLabel('Nama pengguna').fill(userName);
  await officer.getByLabel('Kata sandi', { exact: true }).fill(password);
  await officer.getByRole('button', { name: 'Masuk' }).click();
  await officer.getByLabel('Pilih kata sandi Anda sendiri').fill('perahu kuning menunggu hujan');
  await look(officer, 'phone-staff-new-password');
  await officer.getByRole('button', { name: 'Masuk' }).click();
  await expect(officer.getByRole('region', { name: 'Antrean laporan' })).toBeVisible();
});
