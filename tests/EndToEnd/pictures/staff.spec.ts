import { expect } from '@playwright/test';
import { enter } from '../journeys/support/office.ts';
import { fileOwnReport } from '../journeys/support/reporting.ts';
import { picture, test, visit, visitEmpty, visitInTrouble } from './support/picture.ts';

for (const who of ['admin', 'verifikator', 'operator', 'inspektorat', 'petugas.bandar-lor', 'kepala.dpupr', 'camat.mojoroto'])
  test(`Where the work of ${who} begins`, async ({ sitter }) => {
    await fileOwnReport(sitter);
    await enter(sitter, who);
    await visit(sitter, '/petugas/', `staff-front-${who}`);
  });

test('The door of the staff', async ({ sitter }) => {
  await visit(sitter, '/petugas/', 'staff-door');
  await sitter.getByLabel('Nama pengguna').fill('petugas.tiada');
  await sitter.getByLabel('Kata sandi').fill('salah sekali ini');
  await sitter.getByRole('button', { name: 'Masuk' }).click();
  await expect(sitter.getByRole('alert')).toBeVisible();
  await picture(sitter, 'staff-door-refused');
});

test('The queue in all its states, and what opens from it', async ({ sitter }) => {
  await fileOwnReport(sitter);
  await enter(sitter, 'verifikator');
  await visitInTrouble(sitter, '/petugas/', 'staff-queue');
  await visitEmpty(sitter, '/petugas/', '**/api/v1/reports?**', 'staff-queue');
  await visit(sitter, '/petugas/?q=tidakadayangbegini', 'staff-queue-none-found');
  await visit(sitter, '/petugas/', 'staff-queue');
  await sitter.getByRole('button', { name: 'Peta antrean' }).or(sitter.getByRole('region', { name: 'Peta antrean' }).getByRole('button')).first().click();
  await sitter.waitForLoadState('networkidle');
  await picture(sitter, 'staff-queue-map');
  await sitter.keyboard.press('?');
  await expect(sitter.getByRole('dialog')).toBeVisible();
  await picture(sitter, 'staff-shortcuts');
  await sitter.keyboard.press('Escape');
  await sitter.getByRole('region', { name: 'Antrean laporan' }).getByRole('checkbox').first().check();
  await picture(sitter, 'staff-queue-ticked');
  await sitter.keyboard.press('m');
  await expect(sitter.getByRole('dialog')).toBeVisible();
  await picture(sitter, 'staff-bulk');
  await sitter.keyboard.press('Escape');
  const { items } = await (await sitter.request.get('/api/v1/reports?pageSize=1')).json();
  await visitInTrouble(sitter, `/petugas/laporan/${items[0].id}`, 'staff-report');
  await visit(sitter, '/petugas/laporan/0190d5c4-0000-7000-8000-000000000000', 'staff-report-unknown');
  await visit(sitter, `/petugas/laporan/${items[0].id}`, 'staff-report-verifier');
  await visit(sitter, '/petugas/admin', 'admin-refused');
  // the session ends behind the page's back
  await sitter.goto(`/petugas/laporan/${items[0].id}`);
  await expect(sitter.getByRole('button', { name: 'Tulis catatan' })).toBeVisible();
  await sitter.getByRole('button', { name: 'Tulis catatan' }).click();
  await sitter.getByLabel('Catatan internal').fill('Tetap di sini.');
  await sitter.context().clearCookies();
  await sitter.getByRole('button', { name: 'Tulis catatan' }).last().click();
  await expect(sitter.getByLabel('Kata sandi')).toBeVisible();
  await picture(sitter, 'staff-session-over');
});

test('The pages of the auditor', async ({ sitter }) => {
  await enter(sitter, 'inspektorat');
  await visit(sitter, '/petugas/akses', 'staff-access-log');
  await visitInTrouble(sitter, '/petugas/akses', 'staff-access-log');
  await visitEmpty(sitter, '/petugas/akses', '**/api/v1/audit/**', 'staff-access-log');
});
