import { expect } from '@playwright/test';
import { findBarriers } from './support/axe.ts';
import { look } from './support/look.ts';
import { desk, phone, test } from './support/people.ts';

test('Every door opens on a page that says where one is', async ({ person }) => {
  const visitor = await person(phone);
  const doors = [
    { path: '/lacak', heading: 'Lacak laporan', shot: 'phone-track-empty' },
    { path: '/tidak-ada', heading: 'Halaman tidak ditemukan', shot: 'phone-not-found' },
    { path: '/lacak/7F3K-9QX2-M4D#abcdefghijklmnopqrstuvwxyz', heading: 'Laporan tidak ditemukan', shot: 'phone-track-unknown' },
    { path: '/petugas/', heading: 'Masuk', shot: 'phone-staff-door' },
  ];
  for (const { path, heading, shot } of doors) {
    await visitor.goto(path);
    await expect(visitor.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await look(visitor, shot);
  }
});

test('What one comes to from outside stands in its frame and asks for its own part before any script has run', async ({ person }) => {
  const visitor = await person(phone);
  for (const path of ['/lapor', '/lacak/7F3K-9QX2-M4D', '/statistik']) {
    const page = await (await visitor.request.get(path)).text();
    expect(page).toContain('tel:112');
    const asked = [...page.matchAll(/preload"[^>]* href="([^"]+)"/g)].map(([, file]) => file);
    const fetched: string[] = [];
    visitor.on('request', (it) => fetched.push(new URL(it.url()).pathname));
    await visitor.goto(path);
    await visitor.waitForLoadState('networkidle');
    const own = fetched.filter((it) => /^\/assets\/\w+Page-/.test(it));
    expect(own.length).toBeGreaterThan(0);
    expect(asked).toEqual(expect.arrayContaining(own));
    visitor.removeAllListeners('request');
  }
});

test('The whole site speaks English too', async ({ person }) => {
  const visitor = await person(phone);
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'English' }).click();
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'en');
  await look(visitor, 'phone-home-english');
  for (const [path, heading] of [['/statistik', 'Statistics'], ['/mobil', 'What is the car for?']] as const) {
    await visitor.goto(path);
    await expect(visitor.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await visitor.waitForLoadState('networkidle');
    await look(visitor, `phone${path.replace('/', '-')}-english`);
  }
});

test('The documentation of the API lists its operations', async ({ person }) => {
  const developer = await person(desk);
  // every operation has an address of its own; swagger-ui reads a megabyte of contract before it shows anything
  await developer.goto('/docs#/Reports/submitReport');
  await expect(developer.getByRole('heading', { name: /KediriLapor 1\.0/ })).toBeVisible({ timeout: 60_000 });
  await expect(developer.getByRole('button', { name: /POST.*\/api\/v1\/reports/ }).first()).toBeVisible();
  await developer.screenshot({ path: 'shots/desk-docs.png', caret: 'initial' });
});

test('A barrier is found where there is one, in the light and in the dark', async ({ person }) => {
  const visitor = await person(phone);
  await visitor.goto('/tidak-ada');
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await findBarriers(visitor, 'light')).toEqual([]);
  await visitor.evaluate(() => {
    document.querySelector('h1')!.style.color = 'rgb(190 190 190)';
    document.querySelector('main')!.append(new Image());
  });
  expect((await findBarriers(visitor, 'light')).map(found => found.split(' ', 1)[0]).sort()).toEqual(['color-contrast', 'image-alt']);
  await visitor.emulateMedia({ colorScheme: 'dark' });
  await visitor.evaluate(() => (document.querySelector('h1')!.style.color = 'rgb(70 60 50)'));
  expect((await findBarriers(visitor, 'dark')).map(found => found.split(' ', 1)[0])).toEqual(['color-contrast']);
});
