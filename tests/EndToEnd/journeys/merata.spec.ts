import { expect, type Page } from '@playwright/test';
import { look } from './support/look.ts';
import { begin, enter, finish, openReport } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { addPhoto } from './support/reporting.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n');

test('A broken lane is reported, a work answers it, and its reporter follows it until everybody sees before and after', async ({ person }) => {
  const citizen = await person(phone);
  const report = await brokenLane(citizen);

  const officer = await person(desk);
  await enter(officer, 'petugas.bandar-lor');
  await officer.getByRole('link', { name: 'Merata' }).click();
  await expect(officer.getByText('Paving Gang Kenanga RT 03 RW 05')).toBeVisible();
  await look(officer, 'desk-works-list');
  await officer.getByRole('link', { name: 'Usulkan pekerjaan' }).click();
  const title = `Paving Gang Cempaka ${report.trackingCode}`;
  await propose(officer, title);
  await act(officer, 'Tetapkan rencana', () => officer.getByLabel('Nomor DPA').fill('DPA/4.01/17'));

  await officer.getByLabel('Nomor laporan').fill(report.trackingCode);
  await officer.getByRole('button', { name: 'Kaitkan laporan' }).click();
  await expect(officer.getByRole('link', { name: new RegExp(report.trackingCode) })).toBeVisible();
  await act(officer, 'Catat kontrak', async () => {
    await officer.getByLabel('Nomor kontrak').fill('SPK/17');
    await officer.getByLabel('Nama Pokmas').fill('Pokmas Cempaka');
    await officer.getByLabel('Ketua Pokmas').fill('Slamet');
  });
  // progress that no photo shows is refused where the photo belongs
  await officer.getByRole('button', { name: 'Mulai dikerjakan (0%)', expanded: false }).click();
  await officer.getByRole('button', { name: 'Mulai dikerjakan (0%)' }).last().click();
  await expect(officer.getByRole('alert')).toContainText('Sertakan foto');
  await look(officer, 'desk-works-refused');
  await officer.getByRole('button', { name: 'Mulai dikerjakan (0%)' }).first().click();
  for (const [step, colour] of [['Mulai dikerjakan (0%)', '#86684a'], ['Capai 50%', '#8f8578'], ['Capai 100%', '#a9a59e']] as const) {
    await act(officer, step, async () => {
      await officer.locator('#photoIds').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: await picture(officer, colour) });
      await expect(officer.getByText('1 berkas terunggah.')).toBeVisible();
    });
  }
  await act(officer, 'Serahterimakan (BAST)', async () => {
    await officer.getByLabel('Nomor BAST').fill('BAST/17');
    await officer.locator('#documentIds').setInputFiles({ name: 'bast.pdf', mimeType: 'application/pdf', buffer: pdf });
    await expect(officer.getByText('1 berkas terunggah.')).toBeVisible();
  });
  await look(officer, 'desk-works-work');

  await officer.getByRole('link', { name: 'Lihat halaman untuk umum' }).click();
  await expect(officer.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(officer.getByRole('img', { name: 'Sebelum' })).toBeVisible();
  await expect(officer.getByRole('img', { name: 'Sesudah' })).toBeVisible();
  await expect(officer.getByText('Slamet')).toBeHidden();
  await look(officer, 'desk-works-public');
  const address = officer.url();

  await citizen.goto(address);
  await expect(citizen.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await look(citizen, 'phone-works-public');
  await citizen.goto('/pembangunan');
  await citizen.getByLabel('Kelurahan').selectOption({ label: 'Bandar Lor' });
  await expect(citizen.getByRole('link', { name: title })).toBeVisible();
  await look(citizen, 'phone-works-list');

  // each stage is written into the report's history by the clock, a few seconds later
  await expect(async () => {
    await citizen.goto(`/lacak/${report.trackingCode}#${report.secret}`);
    await citizen.reload();
    await expect(citizen.getByRole('link', { name: title })).toBeVisible({ timeout: 2000 });
    await expect(citizen.getByText(/kini pada tahap: diserahterimakan/)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await look(citizen, 'phone-works-tracked');

  // the ward says it is done, its reporter says how well, and the programme's figures move for everybody
  const before = await answered(citizen);
  await officer.goto('/petugas/');
  await openReport(officer, report.trackingCode);
  await begin(officer, 'Mulai tindak lanjut');
  await finish(officer, 'Mulai tindak lanjut');
  await begin(officer, 'Nyatakan selesai');
  await officer.getByLabel('Tanggapan untuk pelapor').fill('Gang Cempaka sudah dipaving.');
  await addPhoto(officer, 'Foto sesudah ditangani');
  await expect(officer.getByText('1 foto terunggah')).toBeVisible();
  await finish(officer, 'Nyatakan selesai');
  await expect(officer.getByRole('button', { name: 'Nyatakan selesai' })).toHaveCount(0);
  await citizen.reload();
  await citizen.getByRole('button', { name: 'Ya, sudah beres' }).click();
  await citizen.getByRole('button', { name: 'Ya, sudah beres' }).last().click();
  await expect(citizen.getByText('Ditutup: sudah ditangani.')).toBeVisible();
  await citizen.getByRole('radio', { name: /^5, / }).check();
  await citizen.getByRole('button', { name: 'Kirim penilaian' }).click();
  await expect(citizen.getByRole('button', { name: 'Kirim penilaian' })).toBeHidden();

  expect(await answered(citizen)).toMatchObject({ counted: before.counted + 1, of: before.of });
  // a browser keeps the figures for half a minute
  await expect(async () => {
    await citizen.goto('/pembangunan?kelurahan=35.71.01.1001');
    const programme = citizen.getByRole('region', { name: 'Capaian program' });
    await programme.getByText('Semua indikator dan definisinya').click();
    await expect(programme.getByText(`${before.counted + 1} dari ${before.of} laporan warga`)).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await look(citizen, 'phone-works-programme');
});

/** "Laporan warga terjawab" of Bandar Lor, as everybody may read it. */
async function answered(page: Page): Promise<{ counted: number; of: number }> {
  const sheet = await (await page.request.get('/api/v1/monev/indicators?area=35.71.01.1001')).json();
  return sheet.items.find((it: { code: string }) => it.code === 'LAPORAN_TERJAWAB');
}

async function propose(page: Page, title: string): Promise<void> {
  const year = new Date().getFullYear();
  await page.getByRole('combobox', { name: 'Kelurahan' }).selectOption({ label: 'Bandar Lor' });
  await page.getByLabel('Judul pekerjaan').fill(title);
  await page.getByLabel('Volume').fill('80');
  await page.getByLabel('Satuan').fill('m');
  await page.getByLabel('Rencana mulai').fill(`${year}-06-01`);
  await page.getByLabel('Rencana selesai').fill(`${year}-05-01`);
  await page.getByLabel('Tempat').fill('Gang Cempaka RT 02');
  await page.getByLabel('Penerima manfaat').fill('150');
  await page.getByLabel('Uraian baris 1').fill('Bahan dan upah');
  await page.getByLabel('Rencana (rupiah)').fill('64000000');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('alert')).toContainText('Tanggal selesai');
  await page.getByLabel('Rencana selesai').fill(`${year}-12-15`);
  await look(page, 'desk-works-new');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

async function act(page: Page, name: string, fill: () => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name, expanded: false }).click();
  await fill();
  await page.getByRole('button', { name }).last().click();
  await expect(page.getByText('Tersimpan.')).toBeVisible();
}

/** A report of Bandar Lor, which that ward has, sent as the page sends it. */
async function brokenLane(page: Page): Promise<{ trackingCode: string; secret: string }> {
  const answer = await page.request.post('/api/v1/reports', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { serviceCode: 'JLN-LINGKUNGAN', description: 'Gang Cempaka rusak dan tergenang bila hujan.', location: { lat: -7.818385, lng: 112.003541 } },
  });
  expect(answer.status()).toBe(201);
  return answer.json();
}

/** A photo, as far as a test needs one: drawn by the browser. */
async function picture(page: Page, colour: string): Promise<Buffer> {
  const base64 = await page.evaluate(fill => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#b9cbd9';
      pen.fillRect(0, 0, 640, 200);
      pen.fillStyle = fill;
      pen.fillRect(0, 200, 640, 280);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, colour);
  return Buffer.from(base64, 'base64');
}
