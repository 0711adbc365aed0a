import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { choose, press, reach, write } from './support/keys.ts';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

/** A program that is told what happens, and answers as a journey wants it; it ends with the browser of who watches. */
async function receiver(watcher: Page) {
  const taken: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answers = { status: 200 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    taken.push({ headers: request.headers, body });
    response.writeHead(answers.status, { 'x-receiver': 'surabaya' }).end(answers.status === 200 ? '' : 'sedang penuh');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  watcher.context().on('close', () => server.close());
  const { port } = server.address() as AddressInfo;
  return { taken, answers, url: `http://127.0.0.1:${port}/hook` };
}

test('An admin adds a webhook, sees what is sent to it and what comes back, and sends again what it missed', async ({ person }) => {
  const admin = await person(desk);
  const there = await receiver(admin);
  await enter(admin, 'admin');
  await admin.goto('/petugas/admin/webhook');
  await admin.getByRole('link', { name: 'Tambah webhook' }).click();
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByRole('alert')).toContainText('Wajib diisi.');

  const pick = async (field: string, words: string) => {
    await admin.getByRole('combobox', { name: field }).fill(words);
    await admin.keyboard.press('Enter');
  };
  await pick('Aplikasi', 'demo');
  await admin.getByRole('textbox', { name: 'Alamat' }).fill('https://nama:sandi@contoh.id');
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByRole('alert')).toContainText('tanpa nama pengguna');
  await look(admin, 'desk-admin-webhook-refused');

  const name = `Papan pantau ${Date.now()}`;
  await admin.getByRole('textbox', { name: 'Alamat' }).fill(there.url);
  await admin.getByRole('textbox', { name: 'Nama' }).fill(name);
  await pick('Tambah kejadian', 'submitted');
  await pick('Tambah kejadian', 'rated');
  await admin.getByRole('button', { name: 'Hapus Penanganan dinilai' }).click();
  await pick('Tambah jenis laporan', 'bakar sampah');
  await admin.getByRole('button', { name: 'Simpan' }).click();
  const told = admin.getByRole('status').filter({ hasText: 'Rahasia webhook ini' });
  const secret = await told.locator('code').innerText();
  expect(secret).toMatch(/^whsec_/);
  await look(admin, 'desk-admin-webhook-made');

  const log = admin.getByRole('region', { name: 'Kiriman' });
  await expect(log.getByText('Belum ada yang dikirim ke alamat ini.')).toBeVisible();
  await log.getByRole('button', { name: 'Kirim percobaan' }).click();
  await expect(log.getByRole('listitem').filter({ hasText: 'Percobaan' }).getByText('Diterima')).toBeVisible();
  const [ping] = there.taken;
  const signed = `${ping?.headers['webhook-id']}.${ping?.headers['webhook-timestamp']}.${ping?.body}`;
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(signed).digest('base64');
  expect(ping?.headers['webhook-signature']).toContain(`v1,${signature}`);

  there.answers.status = 500;
  const filed = await admin.request.post('/api/v1/reports', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { serviceCode: 'SMP-BAKAR', description: 'Tetangga membakar sampah setiap sore.', location: { lat: -7.818651, lng: 112.0034 } },
  });
  expect(filed.status(), await filed.text()).toBe(201);
  await expect(async () => {
    await admin.reload();
    await expect(log.getByText('Dijawab dengan 500').first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const told500 = log.getByRole('listitem').filter({ hasText: 'Laporan diterima' });
  await expect(told500.getByText('Dalam perjalanan')).toBeVisible();
  await told500.getByText('Rincian percobaan').click();
  await expect(told500.getByRole('row', { name: 'webhook-id' }).first()).toBeVisible();
  await expect(told500.getByText('sedang penuh').first()).toBeVisible();
  await look(admin, 'desk-admin-webhook-attempts');
  there.answers.status = 200;
  await expect(told500.getByText('Diterima', { exact: true })).toBeVisible({ timeout: 60_000 });

  await told500.getByRole('button', { name: 'Kirim lagi' }).click();
  await expect(admin.getByText('Dikirim lagi; hasilnya muncul di bawah.')).toBeVisible();
  await expect(told500.filter({ hasText: 'Kiriman ulang' }).getByText('Diterima', { exact: true })).toBeVisible();
  // whatever an earlier walk left, and then nothing: all was taken, or is on its way
  for (const outcome of [/^\d+ kejadian dikirim ulang\.$/, '0 kejadian dikirim ulang.']) {
    await log.getByRole('button', { name: 'Kirim ulang rentang waktu' }).click();
    await look(admin, 'desk-admin-webhook-replay');
    await log.getByRole('button', { name: 'Kirim ulang', exact: true }).click();
    await expect(log.getByText(outcome)).toBeVisible();
    await expect(log.getByRole('button', { name: 'Kirim ulang', exact: true })).toHaveCount(0);
  }

  await admin.getByRole('button', { name: 'Buat rahasia baru' }).click();
  await admin.getByRole('button', { name: 'Buat sekarang' }).click();
  await expect(told.locator('code')).toHaveText(/^whsec_/);
  await expect(admin.getByText('Rahasia nomor 2')).toBeVisible();
  await admin.getByText('Riwayat perubahan').click();
  await expect(admin.getByText(/^Banyaknya rahasia: 1 → ?2/)).toBeVisible();
  await look(admin, 'desk-admin-webhook');
});

test('On a phone, by keys alone, a webhook is paused, taken up and removed', async ({ person }) => {
  const admin = await person(phone);
  const there = await receiver(admin);
  await enter(admin, 'admin');
  await admin.goto('/petugas/admin/webhook/baru');
  await write(admin, admin.getByRole('combobox', { name: 'Aplikasi' }), 'demo');
  await admin.keyboard.press('Enter');
  await write(admin, admin.getByRole('textbox', { name: 'Alamat' }), there.url);
  const name = `Percobaan ${Date.now()}`;
  await write(admin, admin.getByRole('textbox', { name: 'Nama' }), name);
  await press(admin, admin.getByRole('button', { name: 'Simpan' }));
  await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible();
  const enabled = admin.getByRole('checkbox', { name: /^Kirim kejadian/ });
  await expect(enabled).toBeChecked();
  await reach(admin, enabled);
  await admin.keyboard.press('Space');
  await press(admin, admin.getByRole('button', { name: 'Simpan' }));
  await expect(admin.getByText(/^Tersimpan\./)).toBeVisible();
  await look(admin, 'phone-admin-webhook');
  await press(admin, admin.getByRole('main').getByRole('link', { name: 'Webhook', exact: true }));
  const row = admin.getByRole('table', { name: 'Webhook' }).getByRole('row').filter({ hasText: name });
  await expect(row.getByText('Dijeda')).toBeVisible();
  await look(admin, 'phone-admin-webhooks');

  await press(admin, row.getByRole('link'));
  await choose(admin, enabled);
  await press(admin, admin.getByRole('button', { name: 'Simpan' }));
  await expect(admin.getByText(/^Tersimpan\./)).toBeVisible();
  await press(admin, admin.getByRole('button', { name: 'Hapus webhook ini' }));
  await press(admin, admin.getByRole('button', { name: 'Ya, hapus' }));
  await expect(admin.getByRole('link', { name: 'Tambah webhook' })).toBeVisible();
  await expect(row).toHaveCount(0);
});
