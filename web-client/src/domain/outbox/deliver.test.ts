// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { type Draft, emptyDraft } from '../draft';
import { deliverAll } from './deliver';
import { enqueue, keepQueued, queuedReports, removeQueued } from './outboxStore';

// happy-dom has no IndexedDB, so the outbox lies in memory: the road of a browser that forbids storage
const draft: Draft = { ...emptyDraft, description: 'Lampu mati', serviceCode: 'PJU-PADAM' };
const receipt = { trackingCode: '7F3K-9QX2-M4D', secret: 's'.repeat(26), service: { code: 'X', name: 'Lampu' } };
const photo = { key: 'foto', picture: new Blob(['x'], { type: 'image/jpeg' }) };

type Answer = (request: Request) => Promise<Response>;
const refuse = (errors: Record<string, string[]>) =>
  Response.json({ code: 'validation_failed', errors }, { status: 400 });

/** Answers the requests in this order, and remembers them. */
function server(...answers: Answer[]): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request);
    return answers[requests.length - 1]?.(request) ?? Promise.reject(new Error('One request too many'));
  });
  return requests;
}

const lost: Answer = () => Promise.reject(new TypeError('network'));
const accepted: Answer = async () => Response.json(receipt, { status: 201 });
const uploaded =
  (id: string): Answer =>
  async () =>
    Response.json({ id }, { status: 201 });
const keys = (requests: Request[]) => requests.flatMap((it) => it.headers.get('Idempotency-Key') ?? []);
const bodies = (requests: Request[]) =>
  Promise.all(requests.filter((it) => it.url.endsWith('/reports')).map((it) => it.clone().text()));

afterEach(async () => {
  for (const { id } of await queuedReports()) await removeQueued(id);
});

test('As long as nobody knows whether it arrived, the same request goes again under the same key', async () => {
  const requests = server(lost, lost, accepted);
  const { key } = await enqueue(draft);
  expect(await deliverAll()).toHaveLength(1);
  await deliverAll();
  expect(await deliverAll()).toEqual([]);
  expect(keys(requests)).toEqual([key, key, key]);
  expect(new Set(await bodies(requests)).size).toBe(1);
  const [sent] = await queuedReports();
  expect(sent).toMatchObject({ state: 'sent', receipt, draft: emptyDraft });
});

test('A photo that is up is not uploaded again when the rest breaks', async () => {
  const requests = server(uploaded('a'), lost, lost, uploaded('b'), accepted);
  await enqueue({ ...draft, photos: [photo, { ...photo, key: 'kedua' }] });
  await deliverAll();
  await deliverAll();
  await deliverAll();
  expect(requests.map((it) => new URL(it.url).pathname.split('/').pop())).toEqual([
    'attachments',
    'attachments',
    'attachments',
    'attachments',
    'reports',
  ]);
  expect(JSON.parse((await bodies(requests))[0] ?? '').attachmentIds).toEqual(['a', 'b']);
});

test('A refusal ends the tries and is kept with the report', async () => {
  const requests = server(async () => refuse({ address: ['too_long'] }));
  await enqueue(draft);
  await deliverAll();
  await deliverAll();
  expect(requests).toHaveLength(1);
  expect((await queuedReports())[0]).toMatchObject({
    state: 'returned',
    refusal: { fields: { address: ['too_long'] } },
  });
});

test('Photos that the server has swept meanwhile go up once more, in a request of its own', async () => {
  const swept = async () => refuse({ attachmentIds: ['unknown_attachment'] });
  const requests = server(swept, uploaded('baru'), accepted);
  await enqueue({ ...draft, photos: [{ ...photo, attachmentId: 'lama' }] });
  await deliverAll();
  expect((await queuedReports())[0]?.state).toBe('sent');
  expect(new Set(keys(requests)).size).toBe(2);
});

test('They do so only once', async () => {
  const swept = async () => refuse({ attachmentIds: ['unknown_attachment'] });
  server(swept, uploaded('baru'), swept);
  await enqueue({ ...draft, photos: [{ ...photo, attachmentId: 'lama' }] });
  await deliverAll();
  expect((await queuedReports())[0]?.state).toBe('returned');
});

test('After the server has forgotten the key nothing is sent unasked', async () => {
  const requests = server();
  const item = await enqueue(draft);
  await keepQueued({ ...item, triedAt: Date.now() - 7 * 24 * 60 * 60 * 1000 });
  await deliverAll();
  expect(requests).toEqual([]);
  expect((await queuedReports())[0]).toMatchObject({ state: 'returned', refusal: { code: 'outbox_expired' } });
});
