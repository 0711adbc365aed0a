import { expect, type Locator, type Page } from '@playwright/test';

const most = 120; // tabs: whoever needs more has been led astray

/** Goes on with Tab until the focus is there, or back with Shift+Tab to what lies behind: nobody walks through a whole list to its page's head. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < most; tabs += 1) {
    const way = await target.evaluate(it => {
      const now = document.activeElement;
      if (it === now) return null;
      return now && now !== document.body && it.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING && !it.contains(now) ? 'Shift+Tab' : 'Tab';
    });
    if (way === null) return;
    await page.keyboard.press(way);
  }
  throw new Error(`Tab never comes to ${target}`);
}

/** Goes to a button or a link, and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types over what stands there. */
export async function write(page: Page, target: Locator, words: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

/** Goes to a radio button or a checkbox, and takes it. */
export async function choose(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Space');
  await expect(target).toBeChecked();
}
