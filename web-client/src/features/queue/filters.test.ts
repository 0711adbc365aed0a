import { expect, test } from 'vitest';
import { readFilters, writeFilters } from './filters';

test('A view of the queue survives the way through its address', () => {
  const address = 'status=submitted&status=routed&agency=DPUPR&q=lampu&overdue=true';
  expect(readFilters(writeFilters(readFilters(new URLSearchParams(address))))).toEqual({
    status: ['submitted', 'routed'],
    service: '',
    kelurahan: '',
    agency: 'DPUPR',
    overdue: true,
    q: 'lampu',
  });
});

test('A status that does not exist is left out', () => {
  expect(readFilters(new URLSearchParams('status=lost')).status).toEqual([]);
});
