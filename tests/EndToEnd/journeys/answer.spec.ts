import { expect } from '@playwright/test';
import { press, write } from './support/keys.ts';
import { look } from './support/look.ts';
import { begin, finish, openReport, signIn } from './support/office.ts';
import { bandarLor, desk, phone, test } from './support/people.ts';
import { addPhoto, fileOwnReport } from './support/reporting.ts';

test('An officer asks, and the reporter answers by keys alone, with a photo that the officer sees', async ({ person }) => {
  const [citizen, officer] = [await person(phone), await person(desk)];
  const { trackingCode, secret } = await fileOwnReport(citizen);
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, trackingCode);
  await begin(officer, 'Minta keterangan pelapor');
  await officer.getByLabel('Tanggapan untuk pelapor').fill('Tiang yang mana? Boleh kirim fotonya.');
  await finish(officer, 'Minta keterangan pelapor');
  await expect(officer.getByText('Tiang yang mana? Boleh kirim fotonya.')).toBeVisible();

  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await press(citizen, citizen.getByRole('button', { name: 'Jawab petugas' }));
  await addPhoto(citizen, 'Lampirkan foto');
  await expect(citizen.getByText('Terunggah')).toBeVisible();
  await press(citizen, citizen.getByRole('button', { name: 'Jawab petugas' }).last());
  await expect(citizen.getByRole('alert')).toBeFocused();
  await press(citizen, citizen.getByRole('alert').getByRole('link')); // leads to the field
  await expect(citizen.getByLabel('Keterangan Anda')).toBeFocused();
  await write(citizen, citizen.getByLabel('Keterangan Anda'), 'Yang di depan musala, nomor 17.');
  await look(citizen, 'phone-track-answering');
  await press(citizen, citizen.getByRole('button', { name: 'Jawab petugas' }).last());
  await expect(citizen.getByLabel('Keterangan Anda')).toBeHidden(); // gone with the form, whose preview is a "Foto 1" too
  await expect(citizen.getByRole('img', { name: 'Foto 1' })).toBeVisible();
  await look(citizen, 'phone-track-answered');

  await officer.reload();
  await expect(officer.getByText('Yang di depan musala, nomor 17.')).toBeVisible();
  await expect(officer.getByRole('img', { name: 'Foto dari pelapor, Foto 1' })).toBeVisible();

  await citizen.bringToFront();
  await press(citizen, citizen.getByRole('button', { name: 'Tarik laporan', expanded: false }));
  await press(citizen, citizen.getByRole('button', { name: 'Tarik laporan' }).last());
  await expect(citizen.getByText(/^Ditutup: /).first()).toBeVisible();
});

test('Who reports in English is asked in English', async ({ person }) => {
  const visitor = await person(phone, bandarLor);
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'English' }).click();
  await visitor.getByRole('main').getByRole('link', { name: 'Make a report' }).first().click();
  await visitor.getByLabel('Tell it in your own words').fill('Lampu jalan di gang kami mati sejak tiga hari.');
  await visitor.getByRole('group').getByLabel('Street light out').check();
  await visitor.getByRole('button', { name: 'Continue', exact: true }).click();
  await visitor.getByRole('button', { name: 'Use my present location' }).click();
  await expect(visitor.getByText('Kelurahan Bandar Lor, Kecamatan Mojoroto')).toBeVisible();
  await visitor.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(visitor.getByRole('group', { name: 'Where is the light?' }).getByLabel('Beside a main road')).toBeVisible();
  await look(visitor, 'phone-report-questions-english');
});
