import { expect } from '@playwright/test';
import { enter } from '../journeys/support/office.ts';
import { picture, test, visit, visitEmpty, visitInTrouble } from './support/picture.ts';

test('Monev as its technical team sees it, with figures and with none', async ({ sitter }) => {
  await enter(sitter, 'bagpem');
  await visitInTrouble(sitter, '/petugas/monev', 'monev');
  await visit(sitter, '/petugas/monev', 'monev');
  await visit(sitter, '/petugas/monev?tahun=2025', 'monev-none');
  await visitEmpty(sitter, '/petugas/monev/temuan', '**/api/v1/merata/findings?**', 'monev-findings');
  await visit(sitter, '/petugas/monev/temuan', 'monev-findings');
  const { items } = await (await sitter.request.get(`/api/v1/merata/works?year=${new Date().getFullYear()}`)).json();
  await sitter.goto(`/petugas/merata/${items[0].id}`);
  await sitter.getByRole('button', { name: 'Catat hasil pemeriksaan' }).click();
  await sitter.getByRole('radio', { name: /^Temuan ringan/ }).check();
  await sitter.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
  await expect(sitter.getByRole('alert')).toBeVisible();
  await picture(sitter, 'monev-record-errors');
  const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await sitter.getByLabel('Hasil pemeriksaan').fill('Bukti pembelian semen belum lengkap: tiga dari lima nota.');
  await sitter.getByLabel('Tenggat tindak lanjut').fill(due);
  await sitter.getByRole('button', { name: 'Simpan hasil pemeriksaan' }).click();
  await expect(sitter.getByText('Hasil pemeriksaan tercatat.')).toBeVisible();
  await visit(sitter, '/petugas/monev', 'monev-open-finding');
  const found = await (await sitter.request.get('/api/v1/merata/findings')).json();
  await visitInTrouble(sitter, `/petugas/monev/temuan/${found.items[0].id}`, 'monev-finding');
  await visit(sitter, `/petugas/monev/temuan/${found.items[0].id}`, 'monev-finding');
  await sitter.getByRole('button', { name: 'Perpanjang tenggat' }).click();
  await sitter.getByRole('button', { name: 'Perpanjang tenggat' }).last().click();
  await expect(sitter.getByRole('alert')).toBeVisible();
  await picture(sitter, 'monev-step-errors');
  await sitter.evaluate(() => localStorage.setItem('bahasa', 'en'));
  await visit(sitter, '/petugas/monev', 'english-monev');
  await visit(sitter, `/petugas/monev/temuan/${found.items[0].id}`, 'english-monev-finding');
});

test('How the programme does, for everybody', async ({ sitter }) => {
  await visitInTrouble(sitter, '/pembangunan', 'programme');
  await visit(sitter, '/pembangunan', 'programme');
  await sitter.getByText('Semua indikator dan definisinya').click();
  await picture(sitter, 'programme-all');
  await visit(sitter, '/pembangunan?tahun=2025', 'programme-none');
});

test('Where an admin defines indicators', async ({ sitter }) => {
  await enter(sitter, 'admin');
  await visit(sitter, '/petugas/admin/indikator', 'admin-indicators');
  await visit(sitter, '/petugas/admin/indikator/KETEPATAN_WAKTU', 'admin-indicator');
  await visit(sitter, '/petugas/admin/indikator/baru', 'admin-indicator-new');
  await sitter.getByRole('button', { name: 'Simpan' }).click();
  await expect(sitter.getByRole('alert')).toBeVisible();
  await picture(sitter, 'admin-indicator-errors');
});
