import { expect, test } from 'vitest';
import { firstDay, readPeriod } from './period';

test('A day in Kediri begins while it is still yesterday in Greenwich', () => {
  expect(firstDay(30, Date.parse('2026-11-28T17:30:00Z'))).toBe('2026-10-31');
  expect(firstDay(30, Date.parse('2026-11-28T16:30:00Z'))).toBe('2026-10-30');
});

test.each([
  ['hari=365', 365],
  ['hari=7', 90],
  ['', 90],
])('The address %s asks for %i days', (query, days) => {
  expect(readPeriod(new URLSearchParams(query))).toBe(days);
});
