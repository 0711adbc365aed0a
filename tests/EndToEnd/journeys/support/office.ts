import { expect, type Page } from '@playwright/test';

/** Signs one of the demo people in, at their queue. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await enter(page, userName);
  await expect(page.getByRole('region', { name: 'Antrean laporan' })).toBeVisible();
}

/** Signs one of the demo people in, wherever their work begins. */
export async function enter(page: Page, userName: string): Promise<void> {
  await page.goto('/petugas/');
  await page.getByLabel('Nama pengguna').fill(userName);
  await page.getByLabel('Kata sandi').fill(process.env['KEDIRILAPOR_DEMO_PASSWORD'] ?? '');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByLabel('Kata sandi')).toBeHidden();
}

/** Finds a report in the queue and opens it. */
export async function openReport(page: Page, trackingCode: string): Promise<void> {
  await page.getByRole('searchbox', { name: /^Cari kata/ }).fill(trackingCode);
  const rows = page.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link').filter({ hasText: trackingCode }).click();
  await expect(page.getByRole('heading', { name: 'Tindak lanjut' })).toBeVisible();
}

/** Opens the form of an act. */
export async function begin(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, expanded: false }).click();
}

/** Sends the open form of an act; its button has the name of the act once more. */
export async function finish(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act }).last().click();
}
