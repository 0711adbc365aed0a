import { expect, type Page } from '@playwright/test';
import { look } from './support/look.ts';
import { enter } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';

const work = 'Saluran air Jalan Penanggungan sisi timur';

test('A serious finding is recorded, answered by the ward, closed by the Inspektorat alone, and moves what everybody sees', async ({ person }) => {
  const team = await person(desk);
  const citizen = await person(phone);
  const before = (await examined(citizen)).of;
  await enter(team, 'bagpem');
  await team.getByRole('link', { name: 'Merata' }).click();
  await team.getByRole('link', { name: work }).click();
  const words = `Panjang saluran terukur 30 m dari 40 m yang dibayar (${Date.now()}).`;
  await record(team, words);

  const ward = await person(phone);
  await enter(ward, 'petugas.bandar-lor');
  await ward.goto('/petugas/monev/temuan?keadaan=open');
  await look(ward, 'phone-monev-findings');
  await ward.getByRole('listitem').filter({ hasText: words }).getByRole('link').click();
  await expect(ward.getByText(/^Inspektorat, sejak /)).toBeVisible();
  await ward.getByRole('button', { name: 'Jawab temuan', expanded: false }).click();
  await ward.getByRole('button', { name: 'Jawab temuan' }).last().click();
  await expect(ward.getByLabel('Apa yang sudah dilakukan')).toHaveAttribute('aria-invalid', 'true');
  await ward.getByLabel('Apa yang sudah dilakukan').fill('Sisa 10 m sudah dikerjakan dan diukur bersama Pokmas.');
  await look(ward, 'phone-monev-answer');
  await ward.getByRole('button', { name: 'Jawab temuan' }).last().click();
  await expect(ward.getByText('Tersimpan.')).toBeVisible();
  await expect(ward.getByText('Tidak ada langkah yang terbuka bagi Anda.')).toBeVisible();
  const { pathname } = new URL(ward.url());

  // it is the Inspektorat's, whoever recorded it
  await team.goto(pathname);
  await expect(team.getByText('Dijawab, menunggu keputusan')).toBeVisible();
  await expect(team.getByText('Tidak ada langkah yang terbuka bagi Anda.')).toBeVisible();
  await expect(team.getByRole('button', { name: 'Tutup temuan' })).toBeHidden();

  const inspector = await person(desk);
  await enter(inspector, 'pemeriksa');
  await inspector.goto(pathname);
  await inspector.getByRole('button', { name: 'Tutup temuan', expanded: false }).click();
  await inspector.getByLabel('Catatan').fill('Diukur ulang, 40 m.');
  await look(inspector, 'desk-monev-finding');
  await inspector.getByRole('button', { name: 'Tutup temuan' }).last().click();
  await expect(inspector.getByText('Tersimpan.')).toBeVisible();
  await expect(inspector.getByText('Selesai', { exact: true })).toBeVisible();

  await figures(team);
  await escalated(team);
  const after = await examined(citizen);
  expect(after.of).toBe(Math.max(before, 1));
  expect(after.counted).toBeLessThan(after.of);
  await everybody(citizen);
});

test('Who may see no work is told so, and not that something failed', async ({ person }) => {
  const other = await person(desk);
  await enter(other, 'petugas.dlhkp');
  await other.goto('/petugas/monev');
  await expect(other.getByText('Di wilayah ini tidak ada pekerjaan yang dapat Anda lihat.')).toBeVisible();
  await expect(other.getByRole('alert')).toBeHidden();
});

test('An indicator is put right, retired, and taken up again, and its page tells what was asked when', async ({ person }) => {
  const admin = await person(desk);
  await enter(admin, 'admin');
  await admin.goto('/petugas/admin/indikator/baru');
  const [code, name] = [`UJI_${Date.now()}`, `Anggaran per laporan ${Date.now()}`];
  await admin.getByLabel('Kode').fill('kode salah!');
  await admin.getByLabel('Nama', { exact: true }).fill(name);
  await admin.getByLabel('Definisi', { exact: true }).fill('Realisasi dibagi jumlah laporan warga.');
  await admin.getByLabel('Target').fill('70');
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByLabel('Kode')).toHaveAttribute('aria-invalid', 'true');
  await admin.getByLabel('Kode').fill(code);
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByText('Tersimpan.')).toBeVisible();
  await admin.getByLabel('Target').fill('75,5');
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByText('Tersimpan.')).toBeVisible();
  await admin.getByText('Riwayat perubahan').click();
  await expect(admin.locator('.item-history del')).toHaveText('70');
  await look(admin, 'desk-indicator');

  await admin.getByRole('checkbox', { name: 'Tidak dipakai lagi' }).check();
  await admin.getByRole('button', { name: 'Simpan' }).click();
  const retired = admin.getByRole('table', { name: 'Tidak dipakai lagi' });
  await expect(retired.getByRole('link', { name })).toBeVisible();
  await look(admin, 'desk-indicators-retired');
  const phoned = await person(phone);
  await enter(phoned, 'admin');
  await phoned.goto(`/petugas/admin/indikator/${code}`);
  await expect(phoned.getByText(/^Tidak dipakai sejak .*, oleh Admin Sistem\./)).toBeVisible();
  await phoned.getByText('Riwayat perubahan').click();
  await look(phoned, 'phone-indicator-retired');
  await phoned.getByRole('button', { name: 'Pakai lagi' }).click();
  await expect(phoned.getByText('Tersimpan.')).toBeVisible();
  await expect(phoned.getByRole('checkbox', { name: 'Tidak dipakai lagi' })).not.toBeChecked();

  // what this walk made is in nobody's way afterwards
  await phoned.getByRole('checkbox', { name: 'Tidak dipakai lagi' }).check();
  await phoned.getByRole('button', { name: 'Simpan' }).click();
  await expect(phoned.getByRole('heading', { name: 'Tidak dipakai lagi' })).toBeVisible();
  await look(phoned, 'phone-indicators-retired');
});

/** What a work's page asks of who examined it: first without the day that it forgets. */
async function record(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Catat hasil pemeriksaan' }).click();
  await page.getByLabel('Segi yang diperiksa').selectOption({ label: 'Volume' });
  await expect(page.getByLabel('Tenggat tindak lanjut')).toBeHidden();
  await page.getByRole('radio', { name: /^Temuan berat/ }).check();
  await page.getByLabel('Hasil pemeriksaan').fill(words);
  await page.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
  await expect(page.getByLabel('Tenggat tindak lanjut')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'desk-monev-refused');
  await page.getByLabel('Tenggat tindak lanjut').fill(inDays(14));
  await page.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
  await expect(page.getByText('Hasil pemeriksaan tercatat.')).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(1);
}

/** The page of Monev today, on a day before, and as files. */
async function figures(page: Page): Promise<void> {
  await page.goto('/petugas/monev');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Tanpa penyimpangan', level: 4 }) });
  await expect(card.getByText('Belum tercapai')).toBeVisible();
  await expect(card.getByText(/^0 dari \d+ pekerjaan yang diperiksa$/)).toBeVisible();
  await look(page, 'desk-monev');
  for (const [name, start] of [['Unduh PDF', '%PDF-'], ['Unduh XLSX', 'PK\u0003\u0004']] as const) {
    const href = (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
    const file = await page.request.get(href);
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, start.length).toString('latin1')).toBe(start);
    expect(file.headers()['content-disposition']).toContain('monev-');
  }
  // the demonstration's works are older than the finding
  await page.getByLabel('Per tanggal').fill(inDays(-1));
  await expect(page.getByText(/yang tercatat sesudahnya tidak dihitung/)).toBeVisible();
  await expect(card.getByText('Belum ada data')).toBeVisible();
  await expect(page).toHaveURL(/tanggal=/);
  await page.getByRole('button', { name: 'Hari ini' }).click();
  await expect(card.getByText('Belum tercapai')).toBeVisible();
  await page.getByRole('table', { name: 'Per wilayah' }).getByRole('link', { name: 'Bandar Lor' }).click();
  await expect(page.getByRole('heading', { name: /^Kelurahan Bandar Lor 20/ })).toBeVisible();
  await expect(page).toHaveURL(/wilayah=35\.71\.01\.1001/);
}

/** What is the Inspektorat's says so where the report of the year lists it. */
async function escalated(page: Page): Promise<void> {
  await page.goto(`/petugas/merata`);
  await page.getByRole('link', { name: work }).click();
  await record(page, `Panjang saluran kurang, uang sudah dibayar (${Date.now()}).`);
  await page.goto('/petugas/monev');
  await expect(page.getByRole('region', { name: 'Temuan terbuka' }).getByText(/^Inspektorat, sejak /).first()).toBeVisible();
  await look(page, 'desk-monev-inspectorate');
}

async function everybody(page: Page): Promise<void> {
  await page.goto('/pembangunan?kelurahan=35.71.01.1001');
  const programme = page.getByRole('region', { name: 'Capaian program' });
  await programme.getByText('Semua indikator dan definisinya').click();
  const card = programme.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Tanpa penyimpangan', level: 4 }) });
  await expect(card.getByText('Belum tercapai')).toBeVisible();
  await card.getByText('Cara menghitung').click();
  await expect(card.getByText(/tanpa satu pun temuan/)).toBeVisible();
  await look(page, 'phone-monev-public');
}

/** "Tanpa penyimpangan" of Bandar Lor, as everybody may read it. */
async function examined(page: Page): Promise<{ counted: number; of: number }> {
  const sheet = await (await page.request.get('/api/v1/monev/indicators?area=35.71.01.1001')).json();
  return sheet.items.find((it: { code: string }) => it.code === 'TANPA_PENYIMPANGAN');
}

/** A day in Kediri, counted from today. */
function inDays(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}
