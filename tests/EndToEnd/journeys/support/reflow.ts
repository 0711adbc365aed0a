import type { Page } from '@playwright/test';

/** What runs over the edge of the page or is cut off by it, by its words; boxes that scroll by themselves hold what is theirs. */
export function cutOff(page: Page): Promise<string[]> {
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

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** How much of the page has jumped since it was opened, as browsers score it (CLS), without what followed a tap. */
export function shifted(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const score = (entries: PerformanceEntryList) =>
          (entries as LayoutShift[]).filter(it => !it.hadRecentInput).reduce((sum, it) => sum + it.value, 0);
        new PerformanceObserver(list => resolve(score(list.getEntries()))).observe({ type: 'layout-shift', buffered: true });
        // a page that never moved has nothing to tell
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0), 100)));
      }),
  );
}
