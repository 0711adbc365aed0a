import { expect, test } from 'vitest';
import { mondayOf } from './Trend';

test.each([
  ['2026-W48', '2026-11-23'],
  ['2026-W01', '2025-12-29'],
  ['2020-W53', '2020-12-28'],
  ['2021-W01', '2021-01-04'],
])('The week %s begins on Monday %s', (week, day) => {
  expect(mondayOf(week)).toBe(day);
});
