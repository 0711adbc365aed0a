import { expect, type Page } from '@playwright/test';
import { signIn } from './support/office.ts';
import { test } from './support/people.ts';
import { cutOff } from './support/reflow.ts';
import { fileOwnReport } from './support/reporting.ts';

// WCAG 1.4.10: 320 pixels is a small phone, and a desk of 1280 at 400 %; 640 is the same desk at 200 %
const widths = [320, 640];

async function holdsAt(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect.soft(await cutOff(page), `${path} at ${width} pixels`).toEqual([]);
}

test('No page of the citizens runs over its edge on a small phone or enlarged twice', async ({ person }) => {
  const citizen = await person({});
  const { trackingCode, secret } = await fileOwnReport(citizen);
  const pages = ['/', '/lapor', '/lapor/tempat', '/lacak', `/lacak/${trackingCode}#${secret}`, '/laporan-saya', '/laporan-saya#tautan', '/peta', '/statistik', '/bukti', `/bukti/${trackingCode}#${secret}`, '/tidak-ada'];
  for (const width of widths) for (const path of pages) await holdsAt(citizen, path, width);
});

test('No page of the staff runs over its edge on a small phone or enlarged twice', async ({ person }) => {
  const verifier = await person({});
  await fileOwnReport(verifier);
  await signIn(verifier, 'verifikator');
  const link = await verifier.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem').first().getByRole('link').getAttribute('href');
  for (const width of widths) for (const path of ['/petugas/', link ?? '']) await holdsAt(verifier, path, width);
});
