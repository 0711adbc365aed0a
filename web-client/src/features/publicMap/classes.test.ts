import { expect, test } from 'vitest';
import { breaksOf, shadeOf } from './classes';

test('Wards are spread evenly over the shades, those without any stay apart', () => {
  const breaks = breaksOf([0, 10, 2, 9, 1, 3, 8, 4, 7, 5, 6]);
  expect(breaks).toEqual([1, 3, 5, 7, 9]);
  expect([0, 1, 2, 3, 10, 99].map((it) => shadeOf(it, breaks))).toEqual([0, 1, 1, 2, 5, 5]);
});

test('Few different counts need few shades', () => {
  expect(breaksOf([4, 4, 4, 0])).toEqual([4]);
  expect(breaksOf([])).toEqual([]);
});
