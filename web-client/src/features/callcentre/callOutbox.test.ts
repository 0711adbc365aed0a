// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

const answer = (request: Request) => ({ request, body: request.clone().json() });

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
  vi.useRealTimers();
});

test('A key pressed on a bad line is sent again under the same key, once only', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const sent: ReturnType<typeof answer>[] = [];
  let isDown = true;
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(answer(request));
    if (isDown) throw new TypeError('no network');
    return Response.json({ id: '1', kind: 'ghost', version: 1 }, { status: 201 });
  });
  const { press, onArrival } = await import('./callOutbox');
  const arrived = vi.fn();
  onArrival(arrived);

  const item = press({ kind: 'ghost' });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(JSON.parse(localStorage.getItem('panggilan') ?? '')).toMatchObject([{ key: item.key }]);
  isDown = false;
  await vi.advanceTimersByTimeAsync(1500);
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1));
  expect(sent.map((it) => it.request.headers.get('Idempotency-Key'))).toEqual([item.key, item.key]);
  expect(await sent[0]?.body).toEqual(await sent[1]?.body);
  expect(localStorage.getItem('panggilan')).toBe('[]');
});

test('A refused key does not hold up those behind it', async () => {
  vi.stubGlobal('fetch', async (request: Request) =>
    (await request.clone().json()).kind === 'ghost'
      ? Response.json({ code: 'out_of_range', errors: { at: ['out_of_range'] } }, { status: 422 })
      : Response.json({ id: '2', kind: 'prank', version: 1 }, { status: 201 }),
  );
  const { press, onArrival } = await import('./callOutbox');
  const arrived = vi.fn();
  onArrival(arrived);
  press({ kind: 'ghost' });
  press({ kind: 'prank' });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1));
  expect(localStorage.getItem('panggilan')).toBe('[]');
});

test('A number that nobody can call does not cost the call', async () => {
  vi.stubGlobal('fetch', async (request: Request) =>
    (await request.clone().json()).phone
      ? Response.json({ code: 'invalid_phone', errors: { phone: ['invalid_phone'] } }, { status: 422 })
      : Response.json({ id: '4', kind: 'emergency', version: 1 }, { status: 201 }),
  );
  const { press, onArrival } = await import('./callOutbox');
  const arrived = vi.fn();
  onArrival(arrived);
  const { key } = press({ kind: 'emergency', phone: '0812-34' });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledWith(expect.objectContaining({ kind: 'emergency' }), key));
  expect(localStorage.getItem('panggilan')).toBe('[]');
});

test('What waits is sent after the page was loaded anew', async () => {
  localStorage.setItem(
    'panggilan',
    JSON.stringify([{ key: 'k1', body: { kind: 'ghost', at: '2026-11-24T02:00:00Z' } }]),
  );
  const fetched = vi.fn(async () => Response.json({ id: '3', kind: 'ghost', version: 1 }, { status: 201 }));
  vi.stubGlobal('fetch', fetched);
  const { deliver } = await import('./callOutbox');
  await deliver();
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(localStorage.getItem('panggilan')).toBe('[]');
});
