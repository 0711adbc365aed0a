import { expect, test } from 'vitest';
import { pinMoved } from './pinMoved';

const middle = { x: 164, y: 192 };

test.each([
  ['nothing at all', middle],
  ['half a pixel each way, as a resize rounds', { x: 163.5, y: 192.5 }],
  ['a whole pixel each way, as a zoom rounds', { x: 165, y: 193 }],
])('The pin keeps its place after %s', (_, pin) => {
  expect(pinMoved(pin, middle)).toBe(false);
});

test.each([
  ['three pixels up', { x: 164, y: 189 }],
  ['two pixels aside', { x: 166, y: 192 }],
  ['the way across the map', { x: 20, y: 380 }],
])('The pin has moved after %s', (_, pin) => {
  expect(pinMoved(pin, middle)).toBe(true);
});
