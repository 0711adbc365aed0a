import { expect, type Page, test } from '@playwright/test';

const goal = 30; // frames a second

/** Lets the page draw while `act` goes on in it, and tells how long each frame took, in ms. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const watch = window as unknown as { frames: number[]; isWatching: boolean };
    watch.frames = [];
    watch.isWatching = true;
    let before = performance.now();
    const next = (now: number) => {
      watch.frames.push(now - before);
      before = now;
      if (watch.isWatching) requestAnimationFrame(next);
    };
    requestAnimationFrame(now => {
      before = now;
      requestAnimationFrame(next);
    });
  });
  await act();
  return page.evaluate(() => {
    const watch = window as unknown as { frames: number[]; isWatching: boolean };
    watch.isWatching = false;
    return watch.frames;
  });
}

function tell(what: string, frames: number[]): number {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const rate = 1000 / (frames.reduce((sum, it) => sum + it, 0) / frames.length);
  const line = `${what}: ${frames.length} frames, ${rate.toFixed(0)} a second; median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms, longest ${at(1).toFixed(0)} ms`;
  console.log(line);
  return rate;
}

test('A queue of ten thousand reports scrolls', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/petugas/');
  await page.getByLabel('Nama pengguna').fill(process.env['KEDIRILAPOR_OFFICER'] ?? '');
  await page.getByLabel('Kata sandi').fill(process.env['KEDIRILAPOR_OFFICER_PASSWORD'] ?? '');
  await page.getByRole('button', { name: 'Masuk' }).click();
  const queue = page.getByRole('region', { name: 'Antrean laporan' });
  await expect(queue.getByRole('listitem').first()).toBeVisible();
  await queue.hover();

  // to the end first, as fast as pages of a hundred come: this is loading, not scrolling
  const began = Date.now();
  let rows = 0;
  while (rows < 10_000 && Date.now() - began < 400_000) {
    await page.mouse.wheel(0, 1_000_000);
    await page.waitForTimeout(50);
    const place = await queue.getByRole('listitem').last().getAttribute('aria-posinset');
    rows = Math.max(rows, Number(place ?? 0));
  }
  const drawn = await queue.getByRole('listitem').count();
  console.log(`queue: ${rows} rows read in ${((Date.now() - began) / 1000).toFixed(0)} s, ${drawn} of them drawn`);

  const frames = await framesOf(page, async () => {
    for (const by of [-400, -1_200, 800, -4_000]) for (let i = 0; i < 60; i++) await page.mouse.wheel(0, by);
  });
  expect.soft(tell('queue of ten thousand, scrolled by the wheel', frames)).toBeGreaterThan(goal);
});

test('A map of fifty thousand points moves', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const answers: number[] = [];
  page.on('requestfinished', async it => {
    if (it.url().includes('/public/map')) answers.push((await it.sizes()).responseBodySize);
  });
  await page.goto('/peta');
  await page.waitForLoadState('networkidle');
  const markers = page.locator('.city-map-frame .cluster');
  await expect(markers.first()).toBeVisible();
  const total = await page.evaluate(async () => (await (await fetch('/api/v1/public/map?bbox=111.9,-7.95,112.15,-7.7&zoom=12')).json()).total);
  console.log(`map: ${total} reports, ${await markers.count()} gatherings drawn`);
  const box = await page.locator('.city-map-frame').boundingBox();
  if (!box) throw new Error('The map has no place on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const frames = await framesOf(page, async () => {
    for (let turn = 0; turn < 6; turn++) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let i = 1; i <= 40; i++) await page.mouse.move(x + 4 * i * (turn % 2 ? 1 : -1), y + i);
      await page.mouse.up();
      await page.mouse.wheel(0, turn % 3 ? -300 : 300);
      await page.waitForTimeout(700);
    }
  });
  console.log(`map: ${await markers.count()} gatherings drawn at the end, ${answers.length} answers of at most ${Math.max(...answers)} bytes`);
  expect.soft(tell('map of fifty thousand, dragged and zoomed', frames)).toBeGreaterThan(goal);
});
