import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../browser.ts';
import { folder } from './picture.ts';

const perSheet = { phone: 14, desk: 6 };

/** Puts the tops of the pictures side by side, light above dark, so that one look goes over many: shots/pictures/sheets/. */
export default async function makeSheets(): Promise<void> {
  const sheets = join(folder, 'sheets');
  await rm(sheets, { recursive: true, force: true });
  await mkdir(sheets, { recursive: true });
  const names = (await readdir(folder)).filter(it => it.endsWith('.png')).sort();
  const browser = await chromium.launch(await findBrowser());
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  // a page of this folder may show its files, an empty one may not
  await page.goto(pathToFileURL(folder + '/').href);
  for (const size of ['phone', 'desk'] as const) {
    const states = names.filter(it => it.endsWith(`.${size}.light.png`)).map(it => it.replace(`.${size}.light.png`, ''));
    for (let at = 0; at < states.length; at += perSheet[size]) {
      await page.setContent(sheet(states.slice(at, at + perSheet[size]), size));
      await page.evaluate(() => Promise.all([...document.images].map(it => it.decode().catch(() => undefined))));
      await page.screenshot({ path: join(sheets, `${size}-${String(at / perSheet[size] + 1).padStart(2, '0')}.png`), fullPage: true });
    }
  }
  await browser.close();
}

function sheet(states: string[], size: 'phone' | 'desk'): string {
  const [width, height] = size === 'phone' ? [240, 530] : [590, 420];
  const one = (state: string) =>
    `<figure><figcaption>${state}</figcaption>${['light', 'dark'].map(theme => `<div><img src="${pathToFileURL(join(folder, `${state}.${size}.${theme}.png`)).href}"></div>`).join('')}</figure>`;
  return `<base href="${pathToFileURL(folder + '/').href}"><style>
    body { margin: 8px; display: flex; flex-wrap: wrap; gap: 8px; font: 12px sans-serif; background: #888 }
    figure { margin: 0; width: ${width}px } div { height: ${height}px; overflow: hidden; margin-top: 4px } img { width: 100% }
  </style>${states.map(one).join('')}`;
}
