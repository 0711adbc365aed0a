import { expect, test } from 'vitest';
import { findAgencies } from './findAgencies';

const options = [
  { value: 'DPUPR', label: 'DPUPR', detail: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
  { value: '35.71.01.1001', label: 'Bandar Lor', detail: 'Kelurahan Bandar Lor' },
  { value: 'DLHKP', label: 'DLHKP', detail: 'Dinas Lingkungan Hidup, Kebersihan, dan Pertamanan' },
];

test.each([
  ['dlh', ['DLHKP']],
  ['d', ['DPUPR', 'DLHKP', '35.71.01.1001']],
  ['lor', ['35.71.01.1001']],
  ['kebersihan', ['DLHKP']],
  ['ndar', ['35.71.01.1001']],
  ['tidak ada', []],
])('"%s" finds %j, best first', (typed, found) => {
  expect(findAgencies(options, typed, []).map((it) => it.value)).toEqual(found);
});

test('With nothing typed those that the rules had in mind lead', () => {
  expect(findAgencies(options, '', ['DLHKP', '35.71.01.1001'])[0]?.value).toBe('DLHKP');
});
