import { expect, type Page } from '@playwright/test';
import { look } from './support/look.ts';
import { begin, openReport, signIn } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { fileReport } from './support/reporting.ts';

/** A report that no rule routes: it waits for a verifier. */
async function fileUnclear(page: Page, words: string): Promise<string> {
  const answer = await page.request.post('/api/v1/reports', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { serviceCode: 'LAIN-LAIN', description: words, location: { lat: -7.818651, lng: 112.0034 } },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).trackingCode;
}

const rows = (page: Page) => page.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem');
const row = (page: Page, trackingCode: string) => rows(page).filter({ hasText: trackingCode });

test('What others do is seen without loading anew, and does not touch what is being typed', async ({ person }) => {
  const [first, second] = [await person(desk), await person(desk)];
  const trackingCode = await fileReport(first);
  await signIn(first, 'petugas.bandar-lor');
  await signIn(second, 'petugas.bandar-lor');
  await openReport(first, trackingCode);
  await openReport(second, trackingCode);
  await begin(second, 'Tulis catatan');
  await second.getByLabel('Catatan internal').fill('Tiangnya di depan nomor 12.');

  await first.keyboard.press('a');
  await first.keyboard.press('Control+Enter');
  await expect(first.getByText('Tersimpan.')).toBeVisible();
  await expect(second.getByText('Laporan ini baru saja diubah. Tulisan Anda tidak tersentuh.')).toBeVisible();
  await expect(row(second, trackingCode)).toContainText('Ditindaklanjuti');
  await expect(second.getByLabel('Catatan internal')).toHaveValue('Tiangnya di depan nomor 12.');
  await look(second, 'desk-report-changed-meanwhile');
  await second.getByRole('button', { name: 'Tampilkan yang terbaru' }).click();
  await expect(second.getByRole('article').getByText('Sedang ditindaklanjuti').first()).toBeVisible();
  await expect(second.getByLabel('Catatan internal')).toHaveValue('Tiangnya di depan nomor 12.');
});

test('New reports are counted first and let in when the reader is ready', async ({ person }) => {
  const verifier = await person(desk);
  await signIn(verifier, 'verifikator');
  await expect(rows(verifier).first()).toBeVisible();
  // from here on the stream stands: what came before was read with the list
  await expect(async () => {
    await fileReport(verifier);
    await expect(verifier.getByRole('button', { name: /laporan baru\. Muat ke antrean/ })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await look(verifier, 'desk-queue-news');
  await verifier.keyboard.press('r');
  await expect(verifier.getByRole('button', { name: /laporan baru/ })).toHaveCount(0);
});

test('A verifier works through the inbox by keyboard alone, and takes back a slip of the fingers', async ({ person }) => {
  const verifier = await person(desk);
  const words = `Suara aneh ${crypto.randomUUID().slice(0, 8)}`;
  const [one, other] = [await fileUnclear(verifier, `${words} di barat.`), await fileUnclear(verifier, `${words} di timur.`)];
  await signIn(verifier, 'verifikator');
  const { keyboard } = verifier;
  await keyboard.press('/');
  await keyboard.type(words);
  await expect(rows(verifier)).toHaveCount(2);
  await verifier.getByRole('searchbox').evaluate(it => it.blur());
  await keyboard.press('?');
  await expect(verifier.getByRole('dialog', { name: 'Pintasan papan tik' })).toBeVisible();
  await look(verifier, 'desk-shortcuts');
  await keyboard.press('Escape');

  await keyboard.press('j');
  await expect(verifier.getByRole('heading', { name: 'Tindak lanjut' })).toBeVisible();
  await keyboard.press('g');
  await expect(verifier.getByRole('checkbox', { name: 'Lanjut otomatis' })).toBeChecked();
  const [first, second] = (await row(verifier, one).getAttribute('aria-posinset')) === '1' ? [one, other] : [other, one];

  await keyboard.press('d');
  await keyboard.type('dlh');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  // by its head: each of the two lists the other as a likely duplicate
  const shown = verifier.getByRole('article').locator('header');
  await expect(shown.getByText(second)).toBeVisible();
  await expect(verifier.getByText(`${first}: Disposisi`)).toBeVisible();
  await keyboard.press('z');
  await expect(shown.getByText(first)).toBeVisible();
  await expect(verifier.getByRole('article').getByText('Menunggu verifikasi').first()).toBeVisible();

  await keyboard.press('d');
  await expect(verifier.getByRole('combobox', { name: 'Diteruskan kepada' })).toHaveValue('DLHKP');
  await expect(verifier.getByRole('combobox', { name: 'Diteruskan kepada' })).toBeFocused();
  await keyboard.press('Control+Enter');
  await expect(verifier.getByText(`${first}: Disposisi`)).toBeVisible();
  const queue = await verifier.getByRole('region', { name: 'Antrean laporan' }).boundingBox();
  expect(queue && queue.y + queue.height, 'the offer to take back lies over the columns and shortens none').toBeGreaterThanOrEqual(900);
  await look(verifier, 'desk-triage-held'); // only now: looking takes longer than the offer stands
  await expect(row(verifier, first)).toContainText('Didisposisikan', { timeout: 15_000 });
});

test('Many reports are changed at once, and those that cannot be are named', async ({ person }) => {
  const officer = await person(desk);
  // a word of their own: the list draws what one sees of it, and others file broken lights too
  const word = `tanda${crypto.randomUUID().replace(/[^a-f]/g, '')}`;
  const [one, other] = [await fileReport(officer, `Lampu padam, ${word}.`), await fileReport(officer, `Lampu padam, ${word}.`)];
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, other);
  await begin(officer, 'Mulai tindak lanjut');
  await officer.keyboard.press('Control+Enter');
  await expect(officer.getByText('Tersimpan.')).toBeVisible();
  await officer.getByRole('searchbox').fill(word);
  await row(officer, one).getByRole('checkbox').check();
  await row(officer, other).getByRole('checkbox').check();
  await officer.getByRole('button', { name: 'Tindak lanjut bersama' }).click();
  const dialog = officer.getByRole('dialog', { name: 'Tindak lanjut 2 laporan' });
  await dialog.getByRole('button', { name: 'Mulai tindak lanjut' }).click();
  await look(officer, 'desk-bulk');
  await dialog.getByRole('button', { name: 'Mulai tindak lanjut' }).last().click();
  await expect(dialog.getByText('1 dari 2 laporan sudah diubah.')).toBeVisible();
  await expect(dialog.getByRole('link', { name: other })).toBeVisible();
  await look(officer, 'desk-bulk-outcome');
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await expect(row(officer, one)).toContainText('Ditindaklanjuti');
  await expect(officer.getByText('1 dipilih')).toBeVisible();
});

test('Whose session ends in the midst of writing signs in again, and the act goes on', async ({ person }) => {
  const officer = await person(desk);
  const trackingCode = await fileReport(officer);
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, trackingCode);
  await begin(officer, 'Minta keterangan pelapor');
  await officer.getByLabel('Tanggapan untuk pelapor').fill('Di depan rumah nomor berapa?');
  await officer.context().clearCookies();
  await officer.keyboard.press('Control+Enter');
  const dialog = officer.getByRole('dialog', { name: 'Sesi Anda berakhir' });
  await dialog.getByLabel('Kata sandi').fill(process.env['KEDIRILAPOR_DEMO_PASSWORD'] ?? '');
  await dialog.getByRole('button', { name: 'Masuk' }).click();
  await expect(officer.getByRole('article').getByText('Perlu dilengkapi').first()).toBeVisible();
});

test('A view of the queue is kept under a name, with what waits in it', async ({ person }) => {
  const officer = await person(phone);
  await fileReport(officer);
  await signIn(officer, 'petugas.bandar-lor');
  await officer.getByRole('button', { name: /^Didisposisikan/ }).click();
  await officer.getByRole('button', { name: 'Simpan saringan ini' }).click();
  await officer.getByLabel('Nama saringan').fill('Baru masuk');
  await officer.getByRole('button', { name: 'Simpan', exact: true }).click();
  await officer.getByRole('button', { name: /^Semua/ }).click();
  await expect(officer.getByRole('button', { name: /^Baru masuk\s*\d+$/ })).toBeVisible();
  await officer.getByRole('button', { name: /^Baru masuk/ }).click();
  await expect(officer).toHaveURL(/status=routed/);
  await look(officer, 'phone-queue-view');
});
