import { expect } from '@playwright/test';
import { look } from './support/look.ts';
import { desk, phone, test } from './support/people.ts';
import { fileOwnReport } from './support/reporting.ts';

test('Whoever looks for the reports of a kelurahan finds them by map, by list and by numbers, and keeps the address', async ({ person }) => {
  const visitor = await person(desk);
  await fileOwnReport(visitor);
  await visitor.goto('/peta');
  await expect(visitor.getByRole('group', { name: 'Peta laporan per kelurahan.' }).getByRole('button').first()).toBeVisible();
  const list = visitor.getByRole('region', { name: 'Daftar laporan' });
  await expect(list.getByRole('link', { name: 'Lampu PJU padam / rusak' }).first()).toBeVisible();
  await look(visitor, 'desk-map');

  await visitor.getByText('Jumlah per kelurahan dalam tabel').click();
  await visitor.getByRole('row', { name: /Bandar Lor/ }).getByRole('link').click();
  await expect(visitor).toHaveURL(/\/peta\?kelurahan=/);
  await expect(visitor.getByLabel('Kelurahan', { exact: true })).toHaveValue(/\d+/);
  await visitor.getByLabel('Didisposisikan').check();
  await expect(visitor).toHaveURL(/status=routed/);
  await look(visitor, 'desk-map-filtered');
  await visitor.reload();
  await expect(visitor.getByLabel('Didisposisikan')).toBeChecked();
  await visitor.getByLabel('Jenis laporan').selectOption({ label: 'Pemakaman umum' });
  await expect(list.getByText('Tidak ada laporan yang cocok.')).toBeVisible();
  await look(visitor, 'desk-map-empty');
});

test('By keyboard alone a gathering on the map is opened down to its report', async ({ person }) => {
  const visitor = await person(phone);
  const { trackingCode } = await fileOwnReport(visitor);
  expect(trackingCode).toBeTruthy();
  await visitor.goto('/peta');
  const gathering = visitor.getByRole('group', { name: 'Peta laporan per kelurahan.' }).getByRole('button', { name: /laporan\. (Perbesar|Buka)/ });
  await expect(gathering.first()).toBeVisible();
  await look(visitor, 'phone-map');
  await gathering.first().focus();
  await visitor.keyboard.press('Enter');
  await expect(gathering.first()).toBeVisible();
});

test('Anybody sees how reports are handled, and a broken network says so and is mended', async ({ person }) => {
  const visitor = await person(phone);
  await fileOwnReport(visitor);
  // counted within seconds; a page that was empty would be kept for a minute
  await expect.poll(async () => (await (await visitor.request.get('/api/v1/statistics/reports')).json()).all.received).toBeGreaterThan(0);
  await visitor.goto('/statistik');
  // beside its figure, and beside its definition at the end
  await expect(visitor.getByRole('term').filter({ hasText: 'Laporan masuk' })).toHaveCount(2);
  await look(visitor, 'phone-statistics');
  await visitor.context().setOffline(true);
  await visitor.getByRole('link', { name: '365 hari' }).click();
  await expect(visitor.getByRole('alert')).toContainText('Tidak tersambung ke server.');
  await look(visitor, 'phone-statistics-offline');
  await visitor.context().setOffline(false);
  await visitor.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(visitor.getByRole('alert')).toHaveCount(0);
});

test('The chosen language is kept on every page', async ({ person }) => {
  const visitor = await person(phone);
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'English' }).click();
  for (const [path, heading] of [['/lapor', 'What happened?'], ['/lacak', 'Track a report'], ['/peta', 'Map of reports'], ['/statistik', 'Statistics'], ['/bukti', /history/i]] as const) {
    await visitor.goto(path);
    await expect(visitor.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(visitor.locator('html')).toHaveAttribute('lang', 'en');
  }
  await look(visitor, 'phone-map-english');
  await visitor.getByRole('button', { name: 'Bahasa Indonesia' }).click();
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'id');
});
