import { expect, type Page } from '@playwright/test';
import { signIn } from './support/office.ts';
import { test } from './support/people.ts';
import { cutOff, shifted } from './support/reflow.ts';
import { fileOwnReport } from './support/reporting.ts';

// WCAG 1.4.10: 320 pixels is a small phone, and a desk of 1280 at 400 %; 640 is the same desk at 200 %
const widths = [360, 320, 640];
const most = 0.02; // of layout shift; what is found is 0, and a slow machine may paint a page in two halves
const mostAtWork = 0.1; // what an officer opens brings lists of unknown length below each other; this is what browsers call good

async function holds(page: Page, path: string, jumps = most): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect.soft(await shifted(page), `${path} jumps while it loads`).toBeLessThan(jumps);
  // what is wide or narrow here is the style's doing alone: one visit serves every width
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await cutOff(page), `${path} at ${width} pixels`).toEqual([]);
  }
}

test('No page of the citizens jumps, or runs over its edge on a small phone or enlarged twice', async ({ person }) => {
  const citizen = await person({});
  const { trackingCode, secret } = await fileOwnReport(citizen);
  const pages = ['/', '/lapor', '/lapor/tempat', '/lacak', `/lacak/${trackingCode}#${secret}`, '/laporan-saya', '/laporan-saya#tautan', '/peta', '/statistik', '/data-terbuka', '/mobil', '/bukti', `/bukti/${trackingCode}#${secret}`, '/tidak-ada'];
  for (const path of pages) await holds(citizen, path);
});

test('No page of the staff runs over its edge on a small phone or enlarged twice', async ({ person }) => {
  const verifier = await person({});
  await fileOwnReport(verifier);
  await signIn(verifier, 'verifikator');
  const link = await verifier.getByRole('region', { name: 'Antrean laporan' }).getByRole('listitem').first().getByRole('link').getAttribute('href');
  const pages = ['operator', 'mobil', 'mobil/kalender', 'mobil/mobil', 'mobil/pemakaian', 'mobil/minta', 'statistik'];
  for (const path of ['/petugas/', link ?? '', ...pages.map(it => `/petugas/${it}`)]) await holds(verifier, path, mostAtWork);
});
