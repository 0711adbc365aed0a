import { type BrowserContextOptions, type ConsoleMessage, type BrowserContext, expect, type Page, test as base } from '@playwright/test';

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 800 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

export const bandarLor = { latitude: -7.818651, longitude: 112.0034 };
/** Five metres from Bandar Kidul, on the side of Bandar Lor. */
export const borderOfBandarLor = { latitude: -7.82305, longitude: 112.00541 };
/** Pagu, in the Kabupaten around the city. */
export const outsideTheCity = { latitude: -7.75, longitude: 112.05 };

interface Cast {
  /** A person with a browser of their own: cookies, storage, place. */
  person: (device: BrowserContextOptions, at?: typeof bandarLor) => Promise<Page>;
}

/** A journey. Whatever page it opens must stay free of script errors, blocked content and failures of the server. */
export const test = base.extend<Cast>({
  person: async ({ browser }, use) => {
    const faults: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (device, at) => {
      const context = await browser.newContext({
        ...device,
        reducedMotion: 'reduce',
        ...(at && { geolocation: at, permissions: ['geolocation'] }),
      });
      contexts.push(context);
      context.on('weberror', it => faults.push(`${it.page()?.url()}: ${it.error().stack}`));
      context.on('console', it => isFault(it) && faults.push(`${it.page()?.url()}: ${it.text()}`));
      context.on('response', it => it.status() >= 500 && faults.push(`${it.status()} ${it.url()}`));
      return context.newPage();
    });
    await Promise.all(contexts.map(it => it.close()));
    expect(faults).toEqual([]);
  },
});

/** A refused request to the API or a lost network is part of a story, though the browser logs it; the rest is a mistake. */
function isFault(message: ConsoleMessage): boolean {
  const isLoad = message.text().startsWith('Failed to load resource');
  const isStory = message.location().url.includes('/api/') || message.text().endsWith('net::ERR_INTERNET_DISCONNECTED');
  return message.type() === 'error' && !(isLoad && isStory);
}
