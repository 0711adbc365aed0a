import { expect, type Page } from '@playwright/test';
import { reach } from './support/keys.ts';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

const log = (page: Page) => page.getByRole('region', { name: 'Panggilan terakhir' });

/** The desk of 112, and the number field under the hands. */
async function sitDown(page: Page): Promise<void> {
  await enter(page, 'operator');
  await page.goto('/petugas/operator');
  await expect(page.getByRole('heading', { level: 1, name: 'Operator 112' })).toBeVisible();
  await expect(log(page).getByText(/^Hari ini:/)).toBeVisible();
}

test('Keys alone log calls, undo one, and turn a complaint into a number that is read out', async ({ person }) => {
  const [taker, colleague] = [await person(desk), await person(desk)];
  await sitDown(colleague);
  await sitDown(taker);
  const number = `0812${Date.now().toString().slice(-8)}`;

  await taker.keyboard.press('/');
  await expect(taker.getByLabel('Nomor penelepon')).toBeFocused();
  await taker.keyboard.type(number);
  await taker.keyboard.press('i');
  await expect(taker.getByText('Dicatat: Iseng.')).toBeVisible();
  await expect(log(colleague).getByRole('listitem').first()).toContainText('Iseng');
  await expect(log(colleague).getByRole('listitem').first()).toContainText(`…${number.slice(-3)}`);
  await taker.keyboard.press('u');
  await expect(taker.getByText('Dibatalkan; tetap ada dalam riwayat.')).toBeVisible();
  await expect(log(colleague).getByRole('listitem').first()).toContainText('Salah tekan');

  await taker.keyboard.press('Escape');
  await taker.keyboard.type(number);
  await taker.keyboard.press('Enter');
  await expect(taker.getByRole('heading', { name: 'Penelepon' })).toBeVisible();
  await look(taker, 'desk-operator-caller');
  await taker.keyboard.press('k');
  await expect(taker.getByLabel('Keluhan, dengan kata-kata penelepon')).toBeFocused();
  await taker.keyboard.type('Sampah di depan pasar sudah lima hari tidak diangkut.');
  await reach(taker, taker.getByRole('combobox', { name: 'Jenis laporan' }));
  await taker.keyboard.type('sampah tidak');
  await taker.keyboard.press('Enter');
  await reach(taker, taker.getByLabel('Tempat atau patokan'));
  await taker.keyboard.type('Depan pasar Bandar');
  await reach(taker, taker.getByRole('combobox', { name: 'Kelurahan' }));
  await taker.keyboard.type('bandar lor');
  await taker.keyboard.press('Enter');
  await reach(taker, taker.getByRole('button', { name: 'Kirim laporan' }));
  await taker.keyboard.press('Enter');
  await expect(taker.getByText('Laporan dibuat. Bacakan nomornya:')).toBeVisible();
  await expect(taker.locator('.spoken-code')).toHaveText(/^(?:[0-9A-Z] ?){4} *(?:[0-9A-Z] ?){4} *(?:[0-9A-Z] ?){3} *$/);
  await look(taker, 'desk-operator-report');
});

test('Keys alone send units to an emergency and follow them to the hand-over', async ({ person }) => {
  const taker = await person(desk);
  await sitDown(taker);
  await taker.keyboard.press('d');
  await expect(taker.getByLabel('Keadaan darurat', { exact: true })).toBeFocused();
  await taker.keyboard.type('Kebakaran');
  await reach(taker, taker.getByLabel('Tempat atau patokan'));
  const place = `Belakang pasar ${Date.now()}`;
  await taker.keyboard.type(place);
  await look(taker, 'desk-operator-emergency');
  await reach(taker, taker.getByRole('button', { name: 'Kirim sekarang' }));
  await taker.keyboard.press('Enter');
  await expect(taker.getByText('Unit dikirim; jam menit berjalan.')).toBeVisible();

  const card = taker.getByRole('article').filter({ hasText: place });
  await expect(card.getByText(/menit lagi/)).toBeVisible();
  await look(taker, 'desk-operator-board');
  for (const step of ['Dalam perjalanan', 'Di lokasi']) {
    await reach(taker, card.getByRole('button', { name: step, exact: true }));
    await taker.keyboard.press('Enter');
    await expect(card.getByRole('status').filter({ hasText: step })).toBeVisible();
  }
  await expect(card.getByText(/Di lokasi setelah \d+ menit/)).toBeVisible();
  await reach(taker, card.getByRole('button', { name: 'Selesai', exact: true }));
  await taker.keyboard.press('Enter');
  await expect(card.getByLabel('Apa yang ditemukan di lokasi')).toBeFocused();
  await taker.keyboard.type('Api padam, tidak ada korban.');
  await reach(taker, card.getByRole('button', { name: 'Simpan langkah' }));
  await taker.keyboard.press('Enter');
  await expect(card).toBeHidden();
  await reach(taker, taker.getByLabel('Tampilkan yang sudah selesai'));
  await taker.keyboard.press('Space');
  await expect(card).toBeVisible();
});

test('Keys alone join a second call to the help that is on its way, and the emergency shows both', async ({ person }) => {
  const taker = await person(desk);
  await sitDown(taker);
  const place = `Gudang kertas ${Date.now()}`;
  await taker.keyboard.press('d');
  await expect(taker.getByLabel('Keadaan darurat', { exact: true })).toBeFocused();
  await taker.keyboard.type('Kebakaran');
  await reach(taker, taker.getByLabel('Tempat atau patokan'));
  await taker.keyboard.type(place);
  await reach(taker, taker.getByRole('button', { name: 'Kirim sekarang' }));
  await taker.keyboard.press('Enter');
  await expect(taker.getByText('Unit dikirim; jam menit berjalan.')).toBeVisible();
  const card = taker.getByRole('article').filter({ hasText: place });
  await expect(card).toBeVisible();

  await taker.keyboard.press('Escape');
  await taker.keyboard.press('d');
  await expect(taker.getByLabel('Keadaan darurat', { exact: true })).toBeFocused();
  await taker.keyboard.type('Kebakaran');
  await reach(taker, taker.getByLabel(/^Yang perlu diketahui unit/));
  await taker.keyboard.type('Api sudah sampai atap.');
  await look(taker, 'desk-operator-join');
  await reach(taker, taker.getByRole('button', { name: new RegExp(`^Gabungkan ke pengerahan: Kebakaran.*${place}`) }));
  await taker.keyboard.press('Enter');
  await expect(taker.getByText('Panggilan digabungkan; unit sudah dikirim sebelumnya.')).toBeVisible();
  await reach(taker, card.getByText('Panggilan tentang kejadian ini'));
  await taker.keyboard.press('Enter');
  await expect(card.getByText('Api sudah sampai atap.')).toBeVisible();
  await expect(card.getByText('Tanpa nomor')).toHaveCount(2);
  await look(taker, 'desk-operator-joined');

  const away = await person(phone);
  await sitDown(away);
  const own = away.getByRole('article').filter({ hasText: place });
  await own.getByText('Panggilan tentang kejadian ini').click();
  await expect(own.getByText('Api sudah sampai atap.')).toBeVisible();
  await look(away, 'phone-operator-joined');
  await own.getByText('Batalkan penanganan').first().click();
  await own.getByLabel('Alasan pembatalan').fill('Latihan selesai');
  await own.getByRole('button', { name: 'Batalkan penanganan' }).click();
  await expect(own).toBeHidden();
});

test('A key pressed without network is not lost and arrives once', async ({ person }) => {
  const taker = await person(phone);
  await sitDown(taker);
  await look(taker, 'phone-operator');
  await taker.context().setOffline(true);
  await taker.getByRole('button', { name: /^Diam/ }).click();
  await expect(taker.getByText('1 panggilan menunggu jaringan; tidak ada yang hilang.')).toBeVisible();
  await look(taker, 'phone-operator-offline');
  await taker.context().setOffline(false);
  await expect(taker.getByText('Dicatat: Diam.')).toBeVisible();
});

test('A unit finds its emergency in the staff pages', async ({ person }) => {
  const officer = await person(desk);
  await enter(officer, 'petugas.dlhkp');
  await officer.getByRole('link', { name: '112', exact: true }).click();
  await expect(officer.getByRole('heading', { level: 2, name: 'Papan darurat' })).toBeVisible();
  await expect(officer.getByRole('heading', { name: 'Catat panggilan' })).toBeHidden();
});
