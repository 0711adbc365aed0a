import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { phone, test } from './support/people.ts';
import { brokenLight } from './support/reporting.ts';

test('A reporter checks the own history in the browser and keeps the proof', async ({ person }) => {
  const citizen = await person(phone);
  const answer = await citizen.request.post('/api/v1/reports', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: { serviceCode: 'PJU-PADAM', description: brokenLight, location: { lat: -7.818651, lng: 112.0034 }, answers: { letakLampu: 'gang' } },
  });
  const { trackingCode, secret } = await answer.json();
  await citizen.goto(`/lacak/${trackingCode}#${secret}`);
  await citizen.getByRole('link', { name: 'Periksa keutuhan riwayat laporan ini' }).click();
  await expect(citizen.getByRole('heading', { name: `Riwayat laporan ${trackingCode} utuh` })).toBeVisible();
  await look(citizen, 'phone-proof');
  const saved = citizen.waitForEvent('download');
  await citizen.getByRole('button', { name: 'Simpan berkas bukti' }).click();
  const file = await (await saved).path();
  await citizen.goto('/bukti');
  await citizen.getByLabel('Buka berkas bukti').setInputFiles(file);
  await expect(citizen.getByRole('heading', { name: `Riwayat laporan ${trackingCode} utuh` })).toBeVisible();
});
