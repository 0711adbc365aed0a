import { expect, type Page } from '@playwright/test';
import { enter } from '../journeys/support/office.ts';
import { addPhoto, fileOwnReport } from '../journeys/support/reporting.ts';
import { picture, test, visit, visitInTrouble } from './support/picture.ts';

interface Filed {
  id: string;
  trackingCode: string;
  secret: string;
}

/** Moves a report as the officer who is signed in on this page, past the screen. */
async function move(officer: Page, { id }: Filed, change: Record<string, unknown>): Promise<void> {
  const { antiforgeryToken } = await (await officer.request.get('/api/v1/session')).json();
  const { version } = await (await officer.request.get(`/api/v1/reports/${id}`)).json();
  const answer = await officer.request.post(`/api/v1/reports/${id}/status`, { data: change, headers: { 'If-Match': `"${version}"`, 'X-XSRF-TOKEN': antiforgeryToken } });
  expect(answer.status(), await answer.text()).toBe(200);
}

test('A report as its reporter follows it, and as its officer handles it, in each state', async ({ sitter, browser }) => {
  const officer = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await enter(officer, 'petugas.bandar-lor');
  const filed = (await fileOwnReport(sitter)) as Filed;
  const both = async (state: string) => {
    await visit(sitter, `/lacak/${filed.trackingCode}#${filed.secret}`, `track-${state}`);
    await visit(officer, `/petugas/laporan/${filed.id}`, `staff-report-${state}`);
  };
  const form = async (page: Page, act: string, name: string) => {
    await page.getByRole('button', { name: act, expanded: false }).first().click();
    await picture(page, name);
    await page.getByRole('button', { name: act, expanded: true }).first().click();
  };

  await both('routed');
  await form(sitter, 'Tarik laporan', 'track-form-withdraw');
  for (const [act, name] of [['Minta keterangan pelapor', 'ask'], ['Kembalikan ke verifikator', 'return'], ['Tulis catatan', 'note'], ['Tutup laporan', 'close']] as const)
    await form(officer, act, `staff-report-form-${name}`);
  await move(officer, filed, { to: 'needsInformation', publicNote: 'Tiang yang mana? Boleh kirim fotonya.' });
  await both('asked');
  await sitter.getByRole('button', { name: 'Jawab petugas' }).click();
  await addPhoto(sitter, 'Lampirkan foto');
  await expect(sitter.getByText('Terunggah')).toBeVisible();
  await sitter.getByRole('button', { name: 'Jawab petugas' }).last().click();
  await picture(sitter, 'track-form-answer-errors');
  await sitter.getByLabel('Keterangan Anda').fill('Yang di depan musala, nomor 17.');
  await sitter.getByRole('button', { name: 'Jawab petugas' }).last().click();
  await expect(sitter.getByRole('img', { name: 'Foto 1' })).toBeVisible();
  await picture(sitter, 'track-answered');
  await move(officer, filed, { to: 'inProgress' });
  await both('in-progress');
  await form(officer, 'Jadwalkan', 'staff-report-form-plan');
  await form(officer, 'Nyatakan selesai', 'staff-report-form-resolve');
  const planned = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await move(officer, filed, { to: 'planned', plannedFor: planned, publicNote: 'Menunggu suku cadang.' });
  await both('planned');
  const buffer = await sitter.screenshot({ type: 'jpeg', caret: 'initial' });
  const photo = await officer.request.post('/api/v1/attachments', { multipart: { file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer } } });
  await move(officer, filed, { to: 'resolved', publicNote: 'Lampu sudah kami ganti pagi ini.', attachmentIds: [(await photo.json()).id] });
  await both('resolved');
  await form(sitter, 'Belum beres', 'track-form-reopen');
  await sitter.getByRole('radio', { name: '2, kurang puas' }).check();
  await sitter.getByRole('button', { name: 'Kirim penilaian' }).click();
  await picture(sitter, 'track-form-rating-errors');
  await sitter.getByRole('button', { name: 'Ya, sudah beres' }).click();
  await sitter.getByRole('button', { name: 'Ya, sudah beres' }).last().click();
  await expect(sitter.getByText('Ditutup: sudah ditangani.')).toBeVisible();
  await both('closed');
  await visit(sitter, `/bukti/${filed.trackingCode}#${filed.secret}`, 'citizen-proof');
  await visitInTrouble(sitter, `/lacak/7F3K-9QX2-M4D#${filed.secret}`, 'track');
  await officer.context().close();
});
