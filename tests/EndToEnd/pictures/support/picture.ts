import { join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { findBarriers } from '../../journeys/support/axe.ts';
import { cutOff } from '../../journeys/support/reflow.ts';

export const folder = join(import.meta.dirname, '..', '..', 'shots', 'pictures');

const sizes = { phone: { width: 360, height: 800 }, desk: { width: 1440, height: 900 } };

/** Pictures are taken of faults too: nothing is held against a page that meets one, and no worker answers in place of the server. */
export const test = base.extend<{ sitter: Page }>({
  sitter: async ({ browser }, use) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: sizes.phone, serviceWorkers: 'block' });
    await use(await context.newPage());
    await context.close();
  },
});

/**
 * Takes the present state in both sizes and both themes. axe finds nothing in either size, nor in the contrast of the dark (one size
 * of it tells all), and nothing runs over the edge at 320 pixels either. The page keeps the size of a phone.
 */
export async function picture(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes).reverse()) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => scrollTo(0, 0));
      const found = size === 'desk' && colorScheme === 'dark' ? [] : await findBarriers(page, colorScheme);
      expect.soft(found, `accessibility of ${name}, ${size}, ${colorScheme}`).toEqual([]);
      await page.screenshot({ path: join(folder, `${name}.${size}.${colorScheme}.png`), fullPage: true, scale: 'css', caret: 'initial' });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await cutOff(page), `${name} at 320 pixels`).toEqual([]);
  await page.setViewportSize(sizes.phone);
}

/** Opens it anew, also where its address differs from the present one by its fragment alone. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(path);
}

/** Goes there and takes what stands there when everything has arrived. */
export async function visit(page: Page, path: string, name: string): Promise<void> {
  await goTo(page, path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  await page.waitForLoadState('networkidle');
  await picture(page, name);
}

const answers = '**/api/v1/**';
const isSession = (url: string) => url.endsWith('/api/v1/session');

/** The same page while it waits for its answers, and when none of them is a good one. */
export async function visitInTrouble(page: Page, path: string, name: string): Promise<void> {
  await page.route(answers, it => (isSession(it.request().url()) || it.request().method() !== 'GET' ? it.continue() : undefined));
  await goTo(page, path);
  await expect(page.locator('.skeleton').first()).toBeAttached();
  await picture(page, `${name}-waiting`);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route(answers, it =>
    isSession(it.request().url()) || it.request().method() !== 'GET'
      ? it.continue()
      : it.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ status: 503, code: 'unavailable' }) }),
  );
  await goTo(page, path);
  await expect(page.getByRole('button', { name: 'Coba lagi' }).first()).toBeVisible();
  await picture(page, `${name}-failed`);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** The same page where there is nothing to list. */
export async function visitEmpty(page: Page, path: string, lists: string, name: string): Promise<void> {
  await page.route(lists, it => it.fulfill({ json: { items: [], next: null, groups: [], rules: [], clusters: [], wards: [], total: 0, withoutPoint: 0 } }));
  await visit(page, path, `${name}-empty`);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}
