import { expect, test } from 'vitest';
import { bodyOf, draftOf, figureOf } from './workDraft';

test.each([
  ['65.000.000', 65_000_000],
  ['1.250,5', 1250.5],
  ['1,25', 1.25],
  ['1.25', 1.25],
  [' 80 ', 80],
  ['', 0],
])('%s is the figure that it is to who writes Indonesian', (text, figure) => {
  expect(figureOf(text)).toBe(figure);
});

test('What is no figure is sent as one that is refused, never as nothing', () => {
  expect(figureOf('seribu')).toBe(-1);
  expect(figureOf('-5')).toBe(-5);
});

test('A line that is no point is sent as one that is refused, never left out', () => {
  const path = '-7.8186, 112.0034\n\nutara pasar\n-7,8186; 112,0034';
  expect(bodyOf({ ...draftOf(undefined), path }).path).toEqual([
    { lat: -7.8186, lng: 112.0034 },
    { lat: 999, lng: 999 },
    { lat: 999, lng: 999 },
  ]);
});
