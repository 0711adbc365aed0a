import { expect } from '@playwright/test';
import { press, write } from './support/keys.ts';
import { look } from './support/look.ts';
import { openReport, signIn } from './support/office.ts';
import { bandarLor, desk, phone, test } from './support/people.ts';
import { brokenLight, fileReport, goOn, lightOut, standAt, tell } from './support/reporting.ts';

test('Keys alone join two reports of one matter, take it back, and split one that holds two', async ({ person }) => {
  const officer = await person(desk);
  await fileReport(officer);
  const trackingCode = await fileReport(officer);
  await signIn(officer, 'petugas.bandar-lor');
  await openReport(officer, trackingCode);
  const similar = officer.getByRole('region', { name: 'Laporan serupa' });
  // journeys beside this one file the same words at the same place
  const other = similar.getByRole('listitem').first();
  await expect(other).toContainText(/Kemiripan \d+%: berjarak \d+ m/);
  const code = (await other.getByRole('link').first().textContent()) ?? '';

  await press(officer, other.getByRole('button', { name: /^Bukan duplikat/ }));
  await expect(similar.getByRole('status')).toContainText(`${code} ditandai bukan duplikat.`);
  await press(officer, similar.getByRole('button', { name: /^Urungkan/ }));
  await press(officer, similar.getByRole('button', { name: `Gabungkan ke ${code}` }));
  await expect(similar.getByRole('alert')).toContainText(`Gabungkan ${trackingCode} ke ${code}?`);
  await look(officer, 'desk-report-merging');
  await press(officer, similar.getByRole('button', { name: 'Ya, gabungkan' }));
  const merged = officer.getByRole('status').filter({ hasText: 'Laporan ini ditangani bersama laporan lain' });
  await expect(merged.getByRole('link', { name: code })).toBeVisible();
  await look(officer, 'desk-report-merged');
  await press(officer, merged.getByRole('button', { name: 'Pisahkan' }));
  await expect(officer.getByText('Laporan ini ditangani sendiri kembali.')).toBeVisible();

  await press(officer, officer.getByRole('button', { name: 'Pecah laporan', expanded: false }));
  await write(officer, officer.getByLabel('Isi bagian ini'), 'Kabel lampunya juga menjuntai ke jalan.');
  await look(officer, 'desk-report-splitting');
  await press(officer, officer.getByRole('button', { name: 'Pecah menjadi 1 laporan' }));
  await expect(officer.getByText('Laporan sudah dipecah. Laporan barunya:')).toBeVisible();
});

test('Whoever finds the own matter reported says so, takes it back, and may still send an own report', async ({ person }) => {
  const citizen = await person(phone, bandarLor);
  await fileReport(citizen);
  await expect(async () => {
    // the public sees a report a moment after its receipt
    const answer = await citizen.request.get('/api/v1/public/reports/similar?lat=-7.818651&lng=112.0034&service=PJU-PADAM');
    expect((await answer.json()).items.length).toBeGreaterThan(0);
  }).toPass();
  await citizen.goto('/lapor');
  await tell(citizen, brokenLight, lightOut);
  await goOn(citizen, 'Di mana kejadiannya?');
  await standAt(citizen);
  await expect(citizen.getByText('Kelurahan Bandar Lor, Kecamatan Mojoroto')).toBeVisible();
  await goOn(citizen, 'Sedikit lagi tentang kejadiannya');
  const known = citizen.getByRole('region', { name: 'Sudah dilaporkan warga lain?' });
  await look(citizen, 'phone-report-3-known');
  const first = known.getByRole('listitem').first();
  await first.getByRole('button', { name: 'Saya juga mengalami ini' }).click();
  await expect(first.getByRole('status')).toContainText('Anda ikut dihitung');
  await look(citizen, 'phone-report-3-joined');
  await first.getByRole('button', { name: 'Batalkan “saya juga”' }).click();
  await expect(first.getByRole('button', { name: 'Saya juga mengalami ini' })).toBeVisible();
  await first.getByRole('link', { name: /^Lihat laporannya/ }).click();
  await expect(citizen.getByRole('img', { name: 'Letak Kelurahan Bandar Lor dan titik laporannya' })).toBeVisible();
  await look(citizen, 'phone-public-report');
  await citizen.goBack();
  await known.getByRole('button', { name: 'Laporan saya berbeda' }).click();
  await expect(known).toHaveCount(0);
  await goOn(citizen, 'Ada fotonya?');
});
