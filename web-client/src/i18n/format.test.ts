import { expect, test } from 'vitest';
import { dateTime, relative, weekday } from './format';

test('Times are told in the time of the city', () => {
  expect(dateTime('2025-10-28T07:30:00Z')).toBe('28 Oktober 2025 pukul 14.30 WIB');
});

test('A day that has begun in Kediri is not yesterday in London', () => {
  expect(weekday('2025-10-31T17:30:00Z')).toBe('Sabtu, 1 November 2025');
});

test.each([
  ['2025-10-28T10:00:00Z', 'dalam 2 jam'],
  ['2025-10-28T03:00:00Z', '5 jam yang lalu'],
  ['2025-11-02T08:00:00Z', 'dalam 5 hari'],
  ['2025-10-28T07:59:40Z', 'baru saja'],
  ['2025-10-28T07:20:00Z', '40 menit yang lalu'],
])('%s is told as %s', (at, text) => {
  expect(relative(at, Date.parse('2025-10-28T08:00:00Z'))).toBe(text);
});
