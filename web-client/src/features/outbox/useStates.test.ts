import { expect, test } from 'vitest';
import { readStates, toggleState } from './useStates';

test('A view of the outbox survives the way through its address', () => {
  const address = toggleState(toggleState(new URLSearchParams(), 'dead'), 'pending');
  expect(String(address)).toBe('state=pending&state=dead');
  expect(readStates(address)).toEqual(['pending', 'dead']);
});

test('A state chosen twice is let go', () => {
  expect(String(toggleState(new URLSearchParams('state=dead&state=kept'), 'dead'))).toBe('state=kept');
});

test('A state that does not exist is left out', () => {
  expect(readStates(new URLSearchParams('state=lost'))).toEqual([]);
});
