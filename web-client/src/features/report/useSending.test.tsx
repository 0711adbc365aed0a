// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { type Draft, emptyDraft } from '../../domain/draft';
import { queuedReports, removeQueued } from '../../domain/outbox/outboxStore';
import { renderHook } from '../../test/render';
import { refusals } from './checks';
import { useSending } from './useSending';

const receipt = { trackingCode: '7F3K-9QX2-M4D', secret: 's'.repeat(26), service: { code: 'X', name: 'Lampu' } };
const draft: Draft = { ...emptyDraft, description: 'Lampu mati', serviceCode: 'PJU-PADAM' };

/** Sends once against `answer`; tells what is left in the draft and where the reporter stands. */
async function sendOnce(answer: () => Promise<Response>) {
  let kept = draft;
  vi.stubGlobal('fetch', answer);
  const result = renderHook(() =>
    useSending({
      draft,
      update: async (change) => {
        kept = { ...kept, ...(typeof change === 'function' ? change(kept) : change) };
      },
      discard: () => {
        kept = emptyDraft;
      },
      photos: {
        taken: [],
        uploads: {},
        unreadable: [],
        add: vi.fn(),
        remove: vi.fn(),
        retry: vi.fn(),
        finish: async () => [],
      },
    }),
  );
  await act(() => result.current.send());
  return { kept, sending: result.current };
}

const json = (status: number, body: unknown) => async () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

afterEach(async () => {
  for (const { id } of await queuedReports()) await removeQueued(id);
});

test('An accepted report leaves nothing behind but its receipt', async () => {
  const { kept, sending } = await sendOnce(json(201, receipt));
  expect(sending.receipt?.trackingCode).toBe('7F3K-9QX2-M4D');
  expect(kept).toEqual(emptyDraft);
  expect(await queuedReports()).toEqual([]);
});

test('Without a network the report waits in the outbox, and a new one may be begun', async () => {
  const { kept } = await sendOnce(() => Promise.reject(new TypeError('network')));
  expect(kept).toEqual(emptyDraft);
  expect(location.pathname).toBe('/lapor/tersimpan');
  expect((await queuedReports()).map((it) => [it.state, it.draft.description])).toEqual([['waiting', 'Lampu mati']]);
});

test('A refused report opens again and names the field', async () => {
  const { kept } = await sendOnce(json(400, { code: 'validation_failed', errors: { description: ['too_short'] } }));
  expect(kept.description).toBe('Lampu mati');
  expect(refusals(kept.refusal)).toEqual([
    { field: 'description', text: 'Terlalu pendek.', label: 'Kejadian', href: '/lapor' },
  ]);
  expect(await queuedReports()).toEqual([]);
});
