import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands; empty when all is well. In the dark only the contrast is new. */
export async function findBarriers(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  // our pages have no frames, and axe stays in a page until it goes: put in anew each time, it took four times what its rules take
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options: RunOptions = { runOnly: colorScheme === 'light' ? standards : ['color-contrast'], resultTypes: ['violations'] };
  return page.evaluate(async options => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, options);
    return violations.flatMap(rule => rule.nodes.map(node => `${rule.id} ${node.html}: ${node.failureSummary}`));
  }, options);
}
