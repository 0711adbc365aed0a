import { expect, type Page } from '@playwright/test';
import { signIn } from './support/office.ts';
import { test } from './support/people.ts';
import { fileOwnReport } from './support/reporting.ts';

// WCAG 1.4.10: 320 pixels is a small phone, and a desk of 1280 at 400 %; 640 is the same desk at 200 %
const widths = [320, 640];

/** What runs over the edge of the page or is cut off by it, by its words; boxes that scroll by themselves hold what is theirs. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (it: Element | null): boolean =>
      it !== null && it !== document.documentElement && (/auto|scroll|hidden/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
    const strays = [...document.querySelectorAll('body *')].filter(it => {
      const { right, width, height } = it.getBoundingClientRect();
      return width > 1 && height > 1 && right > edge + 1 && !scrolls(it.parentElement) && it.closest('svg, .leaflet-container') === null;
    });
    const over = document.documentElement.scrollWidth > edge ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    return [...over, ...strays.map(it => `<${it.tagName.toLowerCase()} class="${it.className}"> ${it.textContent?.slice(0, 40)}`)];
  });
}

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
