// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/dom';
import { act } from 'preact/test-utils';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '../../test/render';
import { WordFilter } from './WordFilter';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('What is typed while the address follows stays, and what is cleared from elsewhere goes', () => {
  const told: string[] = [];
  let become: (value: string) => void = () => {};
  function Page() {
    const [value, setValue] = useState('');
    become = setValue;
    return <WordFilter value={value} onChange={(q) => told.push(q)} />;
  }
  render(<Page />);
  const box = screen.getByRole<HTMLInputElement>('searchbox');

  fireEvent.input(box, { target: { value: 'Sua' } });
  act(() => void vi.advanceTimersByTime(400));
  expect(told).toEqual(['Sua']);
  fireEvent.input(box, { target: { value: 'Suar' } });
  act(() => become('Sua'));
  expect(box.value).toBe('Suar');
  act(() => void vi.advanceTimersByTime(400));
  expect(told).toEqual(['Sua', 'Suar']);

  act(() => become('Suar'));
  act(() => become(''));
  expect(box.value).toBe('');
});
