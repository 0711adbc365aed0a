import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import createClient from 'openapi-fetch';
import type { paths } from '../../../web-client/src/api/schema';

// what another program writes: types from openapi.yaml (npm run api --prefix web-client), calls by openapi-fetch, no browser

test('A typed client in TypeScript submits a report, follows it and reads the queue', async ({ baseURL }) => {
  const api = createClient<paths>({ baseUrl: baseURL! });

  const sent = await api.POST('/api/v1/reports', {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: {
      serviceCode: 'PJU-PADAM',
      description: 'Lampu jalan di depan pasar padam sejak tiga hari yang lalu.',
      location: { lat: -7.8166, lng: 112.0119 },
      anonymous: true,
    },
  });
  expect(sent.error).toBeUndefined();
  const { id, trackingCode, secret } = sent.data!;

  const followed = await api.GET('/api/v1/tracking/{trackingCode}', {
    params: { path: { trackingCode } },
    headers: { 'Report-Secret': secret },
  });
  expect(followed.data?.trackingCode).toBe(trackingCode);

  const token = await fetch(new URL('/connect/token', baseURL), {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo', client_secret: process.env['KEDIRILAPOR_DEMO_API_KEY']! }),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const queue = await api.GET('/api/v1/reports', {
    params: { query: { q: trackingCode } },
    headers: { Authorization: `Bearer ${access_token}` },
  });
  expect(queue.data?.items.map((item) => item.id)).toEqual([id]);

  const refused = await api.GET('/api/v1/reports/{id}', { params: { path: { id } } });
  expect(refused.error?.code).toBe('sign_in_required');
});
