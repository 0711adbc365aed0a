// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { renderHook } from '../../test/render';
import { type Draft, emptyDraft } from './draft';
import { useSending } from './useSending';

const receipt = { trackingCode: '7F3K-9QX2-M4D', secret: 's'.repeat(26), service: { code: 'X', name: 'Lampu' } };

/** Sends once against `answer` and tells the draft that is left, and the key that was used. */
async function sendOnce(draft: Draft, answer: () => Promise<Response>) {
  let kept = draft;
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    keys.push(request.headers.get('Idempotency-Key'));
    return answer();
  });
  const result = renderHook(() =>
    useSending({
      draft,
      update: async (change) => {
        kept = { ...kept, ...(typeof change === 'function' ? change(kept) : change) };
      },
      discard: () => {
        kept = emptyDraft;
      },
      photos: { uploads: {}, unreadable: [], add: vi.fn(), remove: vi.fn(), retry: vi.fn(), finish: async () => [] },
    }),
  );
  await act(() => result.current.send());
  return { kept, keys, sending: result.current };
}

const json = (status: number, body: unknown) => async () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const draft: Draft = { ...emptyDraft, description: 'Lampu mati', serviceCode: 'PJU-PADAM' };

test('After a lost connection the same request goes again under the same key', async () => {
  const lost = await sendOnce(draft, () => Promise.reject(new TypeError('network')));
  expect(lost.kept.attempt?.key).toBe(lost.keys[0]);

  const again = await sendOnce(lost.kept, json(201, receipt));
  expect(again.keys).toEqual(lost.keys);
  expect(again.sending.receipt?.trackingCode).toBe('7F3K-9QX2-M4D');
  expect(again.kept).toEqual(emptyDraft);
});

test('A refused report opens again and names the field', async () => {
  const refused = await sendOnce(
    draft,
    json(400, { code: 'validation_failed', errors: { description: ['too_short'] } }),
  );
  expect(refused.kept.attempt).toBeUndefined();
  expect(refused.kept.description).toBe('Lampu mati');
  expect(refused.sending.refusals).toEqual([{ field: 'description', text: 'Terlalu pendek.', href: '/lapor' }]);
});
