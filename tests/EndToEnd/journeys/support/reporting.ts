import { expect, type Page } from '@playwright/test';

export const brokenLight = 'Lampu jalan di gang kami mati sejak tiga hari, gelap gulita kalau malam.';
export const lightOut = 'Lampu PJU padam / rusak';

/** Step 1: writes what happened and takes one of the three suggested services. */
export async function tell(page: Page, words: string, service: string): Promise<void> {
  await page.getByLabel('Ceritakan dengan kata-kata Anda').fill(words);
  await page.getByRole('group', { name: 'Jenis laporan' }).getByLabel(service).check();
}

/** Step 2 with the satellite's help. */
export async function standAt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pakai lokasi saya sekarang' }).click();
}

/** Goes on to the step with this heading. */
export async function goOn(page: Page, heading: string, by = 'Lanjut'): Promise<void> {
  await page.getByRole('button', { name: by, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
}

/** Chooses a photo: a picture of the page will do, it is a real JPEG. */
export async function addPhoto(page: Page, label: string): Promise<void> {
  const buffer = await page.screenshot({ type: 'jpeg', caret: 'initial' });
  await page.getByLabel(label).setInputFiles({ name: 'lampu.jpg', mimeType: 'image/jpeg', buffer });
}

/** From the place to the review, without answering what may be left open. */
export async function skipToReview(page: Page): Promise<void> {
  await goOn(page, 'Sedikit lagi tentang kejadiannya');
  await goOn(page, 'Ada fotonya?');
  await goOn(page, 'Bagaimana kami menghubungi Anda?', 'Lanjut tanpa foto');
  await goOn(page, 'Periksa dan kirim');
}

export interface Receipt {
  trackingCode: string;
  /** Path and fragment of the secret link. */
  link: string;
}

/** Reads the receipt on the screen. */
export async function readReceipt(page: Page): Promise<Receipt> {
  await expect(page.getByRole('heading', { level: 1, name: 'Laporan Anda sudah kami terima' })).toBeVisible();
  const link = await page.getByRole('link', { name: 'Ikuti laporan ini' }).getAttribute('href');
  const [, trackingCode] = /^\/lacak\/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3})#\w{26}$/.exec(link ?? '') ?? [];
  expect(trackingCode, `tracking code in ${link}`).toBeDefined();
  return { trackingCode: trackingCode ?? '', link: link ?? '' };
}

/** Files a report about a dark alley in Bandar Lor behind the screen, for journeys that begin at an officer's desk. */
export async function fileReport(page: Page, description = brokenLight): Promise<string> {
  return (await fileOwnReport(page, description)).trackingCode;
}

/** The same, for its reporter, who holds the secret too. */
export async function fileOwnReport(page: Page, description = brokenLight): Promise<{ trackingCode: string; secret: string }> {
  const answer = await page.request.post('/api/v1/reports', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    data: {
      serviceCode: 'PJU-PADAM',
      description,
      location: { lat: -7.818651, lng: 112.0034 },
      answers: { letakLampu: 'gang' },
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}
