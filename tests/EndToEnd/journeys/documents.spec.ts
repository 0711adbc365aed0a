import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { begin, finish, openReport, signIn } from './support/office.ts';
import { desk, phone, test } from './support/people.ts';
import { fileOwnReport } from './support/reporting.ts';

/** A letter without a word in it. */
const letter = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n',
);

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

test('An officer keeps a letter with a report, hears why another is refused, and the reporter sees neither', async ({ person }) => {
  const officer = await person(desk);
  const citizen = await person(phone);
  const { trackingCode, secret } = await fileOwnReport(citizen);
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, trackingCode);
  await begin(officer, 'Tulis catatan');
  const add = officer.getByLabel('Sertakan PDF untuk rekan (boleh tanpa)');
  await add.setInputFiles(pdf('terkunci.pdf', Buffer.from(letter.toString().replace('/Root', '/Encrypt 9 0 R/Root'))));
  await expect(officer.getByText('PDF ini terkunci. Simpan ulang tanpa kata sandi.')).toBeVisible();
  await look(officer, 'desk-document-refused');
  await add.setInputFiles(pdf('surat perintah.pdf', letter));
  await expect(officer.getByText('1 PDF terunggah')).toBeVisible();
  await officer.getByLabel('Catatan internal (boleh dikosongkan)').fill('Surat perintah kerja.');
  await finish(officer, 'Simpan catatan');

  const documents = officer.getByRole('listitem').filter({ has: officer.getByRole('link', { name: /^PDF 1 / }) });
  await expect(documents).toContainText('Surat perintah kerja.');
  await look(officer, 'desk-document');
  const coming = officer.waitForEvent('download');
  await documents.getByRole('link').click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^lampiran-[0-9a-f]{12}\.pdf$/);
  expect(await readFile(await download.path())).toEqual(letter);

  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await expect(citizen.getByRole('heading', { name: 'Lampu PJU padam / rusak' })).toBeVisible();
  await expect(citizen.getByText(/PDF|Surat perintah/)).toHaveCount(0);
});
