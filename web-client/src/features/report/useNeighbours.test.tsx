// @vitest-environment happy-dom
import { waitFor } from '@testing-library/dom';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Service } from '../../api/types';
import { type Draft, emptyDraft } from '../../domain/draft';
import { renderHook } from '../../test/render';
import { useNeighbours } from './useNeighbours';

const service = { code: 'PJU-PADAM', confidential: false } as Service;
const located = { inside: true, kelurahan: null, kecamatan: null, borderMetres: 80, alternatives: [] };
const place = { by: 'point' as const, lat: -7.8186, lng: 112.0034, isAimed: true, located };
const draft: Draft = { ...emptyDraft, description: 'Lampu mati', serviceCode: service.code, place };
const neighbours = Array.from({ length: 5 }, (_, index) => ({ report: { id: `${index}` } }));

/** What is offered for this report, and which addresses were asked for it. */
async function ask(changes: Partial<Draft>, answer: () => Promise<Response>, kind = service) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request.url);
    return answer();
  });
  const hook = renderHook(() => useNeighbours({ ...draft, ...changes }, kind));
  await act(async () => {});
  return { hook, asked };
}

test('Kind and place together bring at most three reports nearby', async () => {
  const { hook, asked } = await ask({}, async () => Response.json({ items: neighbours }));
  await waitFor(() => expect(hook.current).toHaveLength(3));
  expect(asked[0]).toContain('lat=-7.8186&lng=112.0034&service=PJU-PADAM');
});

test.each<[string, Partial<Draft>, Service]>([
  ['a pin that nobody moved', { place: { ...place, isAimed: false } }, service],
  ['a place in words', { place: { by: 'words' } }, service],
  ['a confidential report', { confidential: true }, service],
  ['a confidential service', {}, { ...service, confidential: true }],
])('Nobody is asked about %s', async (_, changes, kind) => {
  const { asked } = await ask(changes, async () => Response.json({ items: neighbours }), kind);
  expect(asked).toEqual([]);
});

test('Without a network there is nothing to offer, and nothing in the way', async () => {
  const { hook, asked } = await ask({}, () => Promise.reject(new TypeError('network')));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(hook.current).toEqual([]);
});
