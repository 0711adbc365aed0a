import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { phone, test } from './support/people.ts';

/** Another address of the program, where its service worker can become a newer one: what a new build would serve. */
async function throughUpdates(): Promise<{ origin: string; server: Server; update: () => void }> {
  const target = new URL(process.env['KEDIRILAPOR_URL'] ?? '');
  let version = 1;
  const server = createServer((asked, answered) => {
    const passed = request({ host: target.hostname, port: target.port, path: asked.url, method: asked.method, headers: { ...asked.headers, host: target.host } }, answer => {
      if (asked.url !== '/sw.js') {
        answered.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(answered);
        return;
      }
      const { 'content-length': _, 'content-encoding': __, etag: ___, ...headers } = answer.headers;
      answered.writeHead(200, { ...headers, 'cache-control': 'no-cache' });
      answer.pipe(answered, { end: false });
      answer.on('end', () => answered.end(`\n// version ${version}`));
    });
    passed.on('error', () => answered.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>(ready => server.listen(0, 'localhost', ready));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, server, update: () => (version += 1) };
}

test('A new version waits for a tap, and the draft is there afterwards', async ({ person }) => {
  const { origin, server, update } = await throughUpdates();
  try {
    const citizen = await person(phone);
    await citizen.setExtraHTTPHeaders({ 'Accept-Encoding': 'identity' });
    await citizen.goto(`${origin}/lapor`);
    await citizen.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const words = 'Lampu jalan di gang kami mati sejak tiga hari.';
    await citizen.getByLabel('Ceritakan dengan kata-kata Anda').fill(words);

    update();
    await citizen.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const offer = citizen.getByRole('button', { name: /Ada versi baru/ });
    await expect(offer).toBeVisible();
    await citizen.screenshot({ path: 'shots/phone-new-version.png', caret: 'initial' });
    await expect(citizen.getByLabel('Ceritakan dengan kata-kata Anda')).toHaveValue(words);

    const reloaded = citizen.waitForEvent('load');
    await offer.click();
    await reloaded;
    await expect(citizen.getByLabel('Ceritakan dengan kata-kata Anda')).toHaveValue(words);
    await expect(offer).toHaveCount(0);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
