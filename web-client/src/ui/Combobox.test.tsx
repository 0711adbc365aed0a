// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from '../test/render';
import { Combobox, type Option } from './Combobox';

const all: Option[] = ['Apel', 'Belimbing', 'Blewah'].map((label) => ({ value: label, label }));

function Form() {
  const [chosen, setChosen] = useState<Option>();
  return (
    <Combobox
      id="buah"
      label="Buah"
      none="Tidak ada"
      find={(text) => all.filter((it) => it.label.toLowerCase().includes(text.toLowerCase()))}
      chosen={chosen}
      onChoose={setChosen}
    />
  );
}

test('One types, moves with the arrows and takes with Enter', async () => {
  render(<Form />);
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Buah' });
  await userEvent.type(box, 'bl');
  expect(screen.getAllByRole('option').map((it) => it.textContent)).toEqual(['Blewah']);
  await userEvent.clear(box);
  await userEvent.keyboard('b{ArrowDown}');
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Blewah');
  expect(box.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
  await userEvent.keyboard('{Enter}');
  expect([box.value, box.getAttribute('aria-expanded')]).toEqual(['Blewah', 'false']);
});

test('Escape closes the list and leaves what was chosen; what fits nothing is said', async () => {
  render(<Form />);
  const box = screen.getByRole<HTMLInputElement>('combobox');
  await userEvent.type(box, 'zz');
  expect(screen.getByRole('status').textContent).toBe('Tidak ada');
  await userEvent.keyboard('{Enter}{Escape}');
  expect([box.value, screen.queryByRole('option')]).toEqual(['', null]);
});
