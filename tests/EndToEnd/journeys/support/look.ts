import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { findBarriers } from './axe.ts';

const shots = join(import.meta.dirname, '..', '..', 'shots');
// nobody looks at those of CI, and two a state take a fifth of its time: a failure has a picture of its own
const takesPictures = process.env['KEDIRILAPOR_SHOTS'] !== undefined;

/**
 * Looks at a state of the page in both themes: axe finds nothing, nothing runs over the edge, and with KEDIRILAPOR_SHOTS a picture
 * remains in shots/.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => scrollTo(0, 0)); // else what sticks lies across the middle of the picture
    expect.soft(await findBarriers(page, colorScheme), `accessibility of ${name}, ${colorScheme}`).toEqual([]);
    // the default hides the caret with an inline style, which our content security policy rightly blocks
    if (takesPictures) await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true, scale: 'css', caret: 'initial' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `pixels of ${name} over the edge`).toBeLessThanOrEqual(0);
}
