// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { render } from '../test/render';
import { DataTable } from './DataTable';

const units = [
  { code: 'B', name: 'Dinas Taman', people: 2 },
  { code: 'A', name: 'Dinas Air', people: 10 },
];

function show(rows = units) {
  render(
    <DataTable
      caption="Unit"
      columns={[
        { key: 'name', title: 'Nama', cell: (it) => it.name, sortBy: (it) => it.name },
        { key: 'people', title: 'Orang', cell: (it) => it.people, sortBy: (it) => it.people },
      ]}
      rows={rows}
      rowKey={(it) => it.code}
      href={(it) => `/unit/${it.code}`}
      selected="A"
      empty="Tidak ada."
    />,
  );
}

const names = () => screen.getAllByRole('rowheader').map((it) => it.textContent);

test('Rows keep their order until a head is pressed, and turn round when it is pressed again', async () => {
  show();
  expect(names()).toEqual(['Dinas Taman', 'Dinas Air']);
  await userEvent.click(screen.getByRole('button', { name: 'Nama' }));
  expect(names()).toEqual(['Dinas Air', 'Dinas Taman']);
  await userEvent.click(screen.getByRole('button', { name: /Orang/ }));
  expect(names()).toEqual(['Dinas Taman', 'Dinas Air']);
  await userEvent.click(screen.getByRole('button', { name: /Orang/ }));
  expect(names()).toEqual(['Dinas Air', 'Dinas Taman']);
  expect(screen.getByRole('columnheader', { name: /Orang/ }).getAttribute('aria-sort')).toBe('descending');
});

test('The open row is told, and an empty table says so', () => {
  show();
  expect(screen.getByRole('link', { name: 'Dinas Air' }).getAttribute('aria-current')).toBe('true');
  document.body.replaceChildren();
  show([]);
  expect(screen.getByText('Tidak ada.')).toBeDefined();
});
