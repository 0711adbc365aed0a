import { expect } from '@playwright/test';
import { enter } from '../journeys/support/office.ts';
import { picture, test, visit, visitEmpty, visitInTrouble } from './support/picture.ts';

const sections = {
  jenis: ['SMP-ANGKUT', 'PJU-PADAM', 'kelompok-SMP', 'kelompok-baru', 'baru', 'TIDAK-ADA'],
  aturan: ['baru', 'uji'],
  unit: ['DLHKP', 'baru'],
  orang: ['petugas.dpupr', 'baru'],
  kalender: ['baru', 'jam-baru', 'impor'],
  pemberitahuan: ['received'],
  balasan: ['baru'],
  klien: ['baru'],
  webhook: ['baru'],
};

for (const [section, items] of Object.entries(sections))
  test(`The admin's ${section}`, async ({ sitter }) => {
    await enter(sitter, 'admin');
    const base = `/petugas/admin/${section}`;
    await visit(sitter, base, `admin-${section}`);
    const first = await sitter.locator('.data-table a').first().getAttribute('href');
    await visitInTrouble(sitter, base, `admin-${section}`);
    if (first) await visit(sitter, first, `admin-${section}-first`);
    for (const item of items) await visit(sitter, `${base}/${item}`, `admin-${section}-${item}`);
    // one that is being written, and refused
    if (!items.includes('baru') || section === 'kalender') return; // the calendar shows the effect before it saves anything
    await sitter.goto(`${base}/baru`);
    await sitter.locator('form').last().locator('button[type=submit]').click();
    await expect(sitter.getByRole('alert').first()).toBeVisible();
    await picture(sitter, `admin-${section}-refused`);
  });

test('The outbox', async ({ sitter }) => {
  await enter(sitter, 'admin');
  await visit(sitter, '/petugas/kotak-keluar', 'admin-outbox');
  await visitInTrouble(sitter, '/petugas/kotak-keluar', 'admin-outbox');
  await visitEmpty(sitter, '/petugas/kotak-keluar', '**/api/v1/admin/outbox**', 'admin-outbox');
});

test('The admin in English', async ({ sitter }) => {
  await enter(sitter, 'admin');
  await sitter.evaluate(() => localStorage.setItem('bahasa', 'en'));
  for (const section of Object.keys(sections)) await visit(sitter, `/petugas/admin/${section}`, `english-admin-${section}`);
  await visit(sitter, '/petugas/admin/jenis/PJU-PADAM', 'english-admin-service');
});
