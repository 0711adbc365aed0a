// @vitest-environment happy-dom
import { waitFor } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import { renderHook } from '../../test/render';
import { useTracked } from './useTracked';

const seen = { secret: 'rahasia', report: { trackingCode: 'A', service: { name: 'Lampu' } }, at: 1 };

vi.mock('../../domain/phoneStore', () => ({ onPhone: async () => seen }));

test('Without a network the report is shown as this phone last saw it, to who has its secret', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  const own = renderHook(() => useTracked('A', 'rahasia'));
  await waitFor(() => expect(own.current.report?.service.name).toBe('Lampu'));
  expect(own.current.seenAt).toBe(1);

  const guessed = renderHook(() => useTracked('A', 'tebakan'));
  await waitFor(() => expect(guessed.current.problem).toBeDefined());
  expect(guessed.current.report).toBeUndefined();
});

test('What the server says takes its place', async () => {
  const report = { ...seen.report, service: { name: 'Lampu baru' } };
  vi.stubGlobal('fetch', async () => Response.json(report));
  const own = renderHook(() => useTracked('A', 'rahasia'));
  await waitFor(() => expect(own.current.report?.service.name).toBe('Lampu baru'));
  expect(own.current.seenAt).toBeUndefined();
});
