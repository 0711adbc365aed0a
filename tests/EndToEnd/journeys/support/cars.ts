import { expect, type Page } from '@playwright/test';

/** Demo cars by the ward that has one: stories that drive at the same time do not drive the same. */
const carOf = {
  bandarLor: '01930000-0000-7000-8000-000000001103',
  sukorame: '01930000-0000-7000-8000-000000001104',
};

/** A move of a request: opens its form, fills it in and sends it. */
export async function act(page: Page, name: string, fill: () => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name, expanded: false }).click();
  await fill();
  await page.getByRole('button', { name }).last().click();
  await expect(page.getByText('Tersimpan.')).toBeVisible();
}

/** What the car's odometer shows, asked of the server as the page does. */
async function odometer(page: Page, ward: keyof typeof carOf): Promise<number> {
  const answer = await page.request.get(`/api/v1/mobmas/cars/${carOf[ward]}`);
  return (await answer.json()).car.odometer;
}

/** The car leaves and comes back, as its driver tells it. */
export async function drive(page: Page, ward: keyof typeof carOf): Promise<void> {
  await act(page, 'Catat keberangkatan', async () => {
    await page.getByLabel('Nama sopir').fill('Budi');
    await page.getByLabel('Odometer (km)').fill(String(await odometer(page, ward)));
  });
  await expect(page.getByText('Dalam perjalanan').first()).toBeVisible();
  await act(page, 'Catat kedatangan', async () => {
    await page.getByLabel('Odometer (km)').fill(String((await odometer(page, ward)) + 14));
    await page.getByLabel('BBM diisi (liter)').fill('5,5');
    await page.getByLabel('Biaya BBM (rupiah)').fill('55000');
  });
  await expect(page.getByText('Tidak ada tindakan yang terbuka')).toBeVisible();
}

interface Soon {
  /** The car may leave at once. */
  isToday: boolean;
  day: string;
  from: string;
  until: string;
}

/** Half an hour of Kediri that begins within two hours, so that the car may leave now; late in the evening, of tomorrow's first. */
export function soon(): Soon {
  const local = new Date(Date.now() + 7 * 3_600_000);
  const now = local.getUTCHours() * 60 + local.getUTCMinutes();
  const start = Math.max(Math.ceil((now + 5) / 30) * 30, 6 * 60);
  const isTomorrow = start + 30 > 21 * 60;
  // before four o'clock it cannot leave yet either
  const isToday = !isTomorrow && start - now <= 120;
  const day = new Date(local.getTime() + (isTomorrow ? 86_400_000 : 0)).toISOString().slice(0, 10);
  const at = isTomorrow ? 6 * 60 : start;
  const text = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { isToday, day, from: text(at), until: text(at + 30) };
}
