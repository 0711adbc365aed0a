import { expect, test } from 'vitest';
import { quarterEnds, readMonevChoice, todayInKediri, writeMonevChoice, yearsAround } from './monevChoice';

const today = '2026-11-29';
const read = (query: string) => readMonevChoice(new URLSearchParams(query), today);

test('What stands in the address is what is looked at', () => {
  const choice = { year: 2025, asOf: '2025-12-31', area: '35.71.01' };
  expect(readMonevChoice(new URLSearchParams(writeMonevChoice(choice, today)), today)).toEqual(choice);
  expect(writeMonevChoice(read(''), today)).toEqual({});
});

test.each(['tanggal=2026-11-30', 'tanggal=2026-13-01', 'tanggal=kemarin', 'tanggal=2026-11-29'])(
  '%s is no day that is past: today is meant',
  (query) => expect(read(query).asOf).toBeUndefined(),
);

test.each(['tahun=2024', 'tahun=2028', 'tahun=x'])('%s is no year to look at: the present one is meant', (query) =>
  expect(read(query).year).toBe(2026),
);

test('Only quarters that are over can be asked for', () => {
  expect(quarterEnds(2026, today)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30']);
  expect(quarterEnds(2025, today)).toHaveLength(4);
  expect(yearsAround(today)).toEqual([2027, 2026, 2025]);
});

test('The day changes at midnight in Kediri', () => {
  expect(todayInKediri(Date.parse('2026-11-28T17:00:00Z'))).toBe(today);
  expect(todayInKediri(Date.parse('2026-11-28T16:59:59Z'))).toBe('2026-11-28');
});
