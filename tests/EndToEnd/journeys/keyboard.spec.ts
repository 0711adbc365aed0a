import { expect } from '@playwright/test';
import { choose, press, reach, write } from './support/keys.ts';
import { desk, test } from './support/people.ts';
import { brokenLight, readReceipt } from './support/reporting.ts';

test('Keys alone carry a report from the first page to its receipt', async ({ person }) => {
  const citizen = await person(desk);
  const push = (role: 'button' | 'link', name: string) => press(citizen, citizen.getByRole('main').getByRole(role, { name, exact: true }));

  await citizen.goto('/');
  await push('link', 'Buat laporan');
  await write(citizen, citizen.getByLabel('Ceritakan dengan kata-kata Anda'), brokenLight);
  const suggested = citizen.getByRole('group', { name: 'Jenis laporan' }).getByRole('radio');
  await expect(suggested).toHaveCount(3);
  await choose(citizen, suggested.first());
  await push('button', 'Lanjut');

  const place = citizen.getByRole('status').filter({ hasText: 'Kelurahan' });
  await push('button', 'Tunjuk di peta');
  await reach(citizen, citizen.getByRole('group', { name: /^Peta kelurahan/ }));
  await citizen.keyboard.press('ArrowLeft');
  await expect(place).toContainText(/^Kelurahan .+, Kecamatan .+/);
  await push('button', 'Pilih kelurahan');
  await write(citizen, citizen.getByLabel('Cari kelurahan'), 'bandar lor');
  await choose(citizen, citizen.getByRole('group', { name: 'Kelurahan' }).getByRole('radio'));
  await write(citizen, citizen.getByLabel('Alamat atau patokan'), 'Depan SDN 2');
  await push('button', 'Lanjut');

  const questions = citizen.getByRole('heading', { name: 'Sedikit lagi tentang kejadiannya' });
  const photos = citizen.getByRole('heading', { name: 'Ada fotonya?' });
  await expect(questions.or(photos)).toBeFocused();
  if (await questions.isVisible()) await push('button', 'Lanjut');
  await expect(photos).toBeFocused();
  // asked for before the way there: the browser needs a moment to hand its choosers over
  const chooser = citizen.waitForEvent('filechooser');
  await reach(citizen, citizen.getByLabel('Ambil atau pilih foto'));
  await citizen.keyboard.press('Enter');
  await (await chooser).setFiles([]);
  await push('button', 'Lanjut tanpa foto');
  await expect(citizen.getByRole('heading', { name: 'Bagaimana kami menghubungi Anda?' })).toBeFocused();
  await push('button', 'Lanjut');
  await push('button', 'Kirim laporan');
  await readReceipt(citizen);
});
