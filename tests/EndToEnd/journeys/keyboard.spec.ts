import { expect, type Locator, type Page } from '@playwright/test';
import { desk, test } from './support/people.ts';
import { brokenLight, lightOut, readReceipt } from './support/reporting.ts';

test('Keys alone carry a report from the first page to its receipt', async ({ person }) => {
  const citizen = await person(desk);
  const press = async (role: 'button' | 'link', name: string) => {
    await reach(citizen, citizen.getByRole('main').getByRole(role, { name, exact: true }));
    await citizen.keyboard.press('Enter');
  };
  const choose = async (radio: Locator) => {
    await reach(citizen, radio);
    await citizen.keyboard.press('Space');
    await expect(radio).toBeChecked();
  };

  await citizen.goto('/');
  await press('link', 'Buat laporan');
  await reach(citizen, citizen.getByLabel('Ceritakan dengan kata-kata Anda'));
  await citizen.keyboard.type(brokenLight);
  const suggested = citizen.getByRole('group', { name: 'Jenis laporan' }).getByRole('radio');
  await expect(suggested).toHaveCount(3);
  await choose(suggested.first());
  await press('button', 'Lanjut');

  const place = citizen.getByRole('status').filter({ hasText: 'Kelurahan' });
  await press('button', 'Tunjuk di peta');
  await reach(citizen, citizen.getByRole('group', { name: /^Peta kelurahan/ }));
  await citizen.keyboard.press('ArrowLeft');
  await expect(place).toContainText(/^Kelurahan .+, Kecamatan .+/);
  await press('button', 'Pilih kelurahan');
  await reach(citizen, citizen.getByLabel('Cari kelurahan'));
  await citizen.keyboard.type('bandar lor');
  await choose(citizen.getByRole('group', { name: 'Kelurahan' }).getByRole('radio'));
  await reach(citizen, citizen.getByLabel('Alamat atau patokan'));
  await citizen.keyboard.type('Depan SDN 2');
  await press('button', 'Lanjut');

  const questions = citizen.getByRole('heading', { name: 'Sedikit lagi tentang kejadiannya' });
  const photos = citizen.getByRole('heading', { name: 'Ada fotonya?' });
  await expect(questions.or(photos)).toBeFocused();
  if (await questions.isVisible()) await press('button', 'Lanjut');
  await expect(photos).toBeFocused();
  await reach(citizen, citizen.getByLabel('Ambil atau pilih foto'));
  const chooser = citizen.waitForEvent('filechooser');
  await citizen.keyboard.press('Enter');
  await (await chooser).setFiles([]);
  await press('button', 'Lanjut tanpa foto');
  await expect(citizen.getByRole('heading', { name: 'Bagaimana kami menghubungi Anda?' })).toBeFocused();
  await press('button', 'Lanjut');
  await press('button', 'Kirim laporan');
  await readReceipt(citizen);
});

/** Goes on with Tab until the focus is there. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await target.evaluate(it => it === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target}`);
}
