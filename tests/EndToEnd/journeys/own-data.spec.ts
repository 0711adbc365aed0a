import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { phone, test } from './support/people.ts';
import { brokenLight, fileOwnReport } from './support/reporting.ts';

test('A reporter sees what is kept, puts it right and has it erased', async ({ person }) => {
  const citizen = await person(phone);
  const { trackingCode, secret } = await fileOwnReport(citizen);
  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await citizen.getByText('Data pribadi saya').click();
  await expect(citizen.getByText('Belum pernah ada yang membaca kontak Anda.')).toBeVisible();
  await citizen.getByLabel('Nomor ponsel (boleh dikosongkan)').fill('12');
  await citizen.getByRole('button', { name: 'Simpan perbaikan' }).click();
  await expect(citizen.getByRole('alert').filter({ hasText: 'Nomor ponsel' })).toBeFocused();
  await look(citizen, 'phone-own-data-error');
  await citizen.getByLabel('Nomor ponsel (boleh dikosongkan)').fill('081234567890');
  await citizen.getByRole('button', { name: 'Simpan perbaikan' }).click();
  await expect(citizen.getByText('+6281234567890')).toBeVisible();
  await look(citizen, 'phone-own-data');
  await citizen.getByRole('button', { name: 'Hapus data pribadi saya' }).click();
  await citizen.getByRole('button', { name: 'Ya, hapus' }).click();
  await expect(citizen.getByText('Data pribadi Anda sudah dihapus.')).toBeVisible();
  await expect(citizen.getByText('+6281234567890')).toHaveCount(0);
});

test('A report that was looked at once is there without a network too, with the time of that look', async ({ person }) => {
  const citizen = await person(phone);
  const { trackingCode, secret } = await fileOwnReport(citizen);
  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await citizen.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect(citizen.getByText(brokenLight)).toBeVisible();
  await citizen.context().setOffline(true);
  await citizen.goto('/lacak');
  await citizen.getByRole('link', { name: trackingCode }).click();
  await expect(citizen.getByText('Ini keadaan yang terakhir dilihat ponsel ini')).toBeVisible();
  await expect(citizen.getByText(brokenLight)).toBeVisible();
  await look(citizen, 'phone-track-offline');
  await citizen.context().setOffline(false);
  await expect(citizen.getByText('Ini keadaan yang terakhir dilihat ponsel ini')).toHaveCount(0);
});
