import { expect, test } from 'vitest';
import { dots, nearest } from './dots';

const near = { id: 'a', isLate: false, x: 10, y: 10 };
const far = { id: 'b', isLate: true, x: 40, y: 10 };

test('Of two reports a click means the nearer one, and beyond reach none', () => {
  expect(nearest([near, far], { x: 22, y: 10 }, 14)).toBe(near);
  expect(nearest([near, far], { x: 28, y: 10 }, 14)).toBe(far);
  expect(nearest([near, far], { x: 25, y: 40 }, 14)).toBeUndefined();
});

test('All dots are one path', () => {
  expect(dots([near, far])).toBe('M10 10h0M40 10h0');
});
