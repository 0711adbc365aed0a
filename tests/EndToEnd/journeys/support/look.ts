import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const shots = join(import.meta.dirname, '..', '..', 'shots');
// nobody looks at those of CI, and two a state take a fifth of its time: a failure has a picture of its own
const takesPictures = process.env['KEDIRILAPOR_SHOTS'] !== undefined;
export const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * Looks at a state of the page in both themes: axe finds nothing, nothing runs over the edge, and with KEDIRILAPOR_SHOTS a picture
 * remains in shots/. In the dark only the contrast is new.
 */
export async function look(page: Page, name: string): Promise<void> {
  const themes = [
    { colorScheme: 'light', axe: axe(page).withTags(standards) },
    { colorScheme: 'dark', axe: axe(page).withRules('color-contrast') },
  ] as const;
  for (const { colorScheme, axe } of themes) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => scrollTo(0, 0)); // else what sticks lies across the middle of the picture
    const { violations } = await axe.analyze();
    const found = violations.flatMap(rule => rule.nodes.map(node => `${rule.id} ${node.html}: ${node.failureSummary}`));
    expect.soft(found, `accessibility of ${name}, ${colorScheme}`).toEqual([]);
    // the default hides the caret with an inline style, which our content security policy rightly blocks
    if (takesPictures) await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true, scale: 'css', caret: 'initial' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `pixels of ${name} over the edge`).toBeLessThanOrEqual(0);
}

/** Our pages have no frames: the quick way of axe suffices. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}
