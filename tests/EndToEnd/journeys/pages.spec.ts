import { expect } from '@playwright/test';
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
  await developer.goto('/docs');
  await expect(developer.getByRole('heading', { name: /KediriLapor 1\.0/ })).toBeVisible();
  // every operation has an address of its own
  await developer.goto('/docs/#/Reports/submitReport');
  await developer.reload();
  await expect(developer.getByRole('button', { name: /POST.*\/api\/v1\/reports/ }).first()).toBeVisible();
  await developer.screenshot({ path: 'shots/desk-docs.png', caret: 'initial' });
});
