// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '../../../api/ApiProblem';
import { render } from '../../../test/render';
import { TextField } from '../../../ui/TextField';
import { dropAllDrafts, type Stored } from './drafts';
import { ItemForm } from './ItemForm';

interface Unit {
  name: string;
  phone: string;
}

const first: Stored<Unit> = { version: 1, values: { name: 'Dinas Taman', phone: '111' } };

afterEach(dropAllDrafts);

interface Server {
  save?: (values: Unit, version: number) => Promise<unknown>;
  now?: Stored<Unit>;
}

function show({ save = async () => undefined, now = first }: Server = {}) {
  render(
    <ItemForm
      draftKey="unit/TAMAN"
      stored={first}
      looks={{ name: { label: 'Nama' }, phone: { label: 'Telepon' } }}
      first="name"
      save={save}
      reread={async () => now}
    >
      {({ values, update, problem }) => (
        <>
          <TextField
            id="name"
            label="Nama"
            problem={problem('name')}
            value={values.name}
            onChange={(name) => update({ name })}
          />
          <TextField id="phone" label="Telepon" value={values.phone} onChange={(phone) => update({ phone })} />
        </>
      )}
    </ItemForm>,
  );
}

const type = async (label: string, text: string) => {
  await userEvent.clear(screen.getByLabelText(label));
  await userEvent.type(screen.getByLabelText(label), text);
};

test('What is typed outlives the page, is marked, and is gone when given up', async () => {
  show();
  await type('Nama', 'Pertamanan');
  expect(screen.getByText('Belum disimpan')).toBeDefined();
  document.body.replaceChildren();
  show();
  expect(screen.getByLabelText<HTMLInputElement>('Nama').value).toBe('Pertamanan');
  await userEvent.click(screen.getByRole('button', { name: 'Batalkan perubahan' }));
  expect(screen.getByLabelText<HTMLInputElement>('Nama').value).toBe('Dinas Taman');
  expect(screen.queryByText('Belum disimpan')).toBeNull();
});

test('A refusal names the field in a summary that has the focus', async () => {
  const refusal = ApiProblem.from(422, { code: 'too_long', errors: { name: ['too_long'] } });
  show({ save: () => Promise.reject(refusal) });
  await type('Nama', 'Panjang');
  await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
  const summary = await screen.findByRole('alert');
  await vi.waitFor(() => expect(document.activeElement).toBe(summary));
  expect(screen.getByLabelText('Nama').getAttribute('aria-invalid')).toBe('true');
});

test('Who was overtaken sees the difference and saves the own change on top of it', async () => {
  const sent: [Unit, number][] = [];
  show({
    save: async (values, version) => {
      sent.push([values, version]);
      if (version === 1) throw ApiProblem.from(412, { code: 'stale_version' });
    },
    now: { version: 2, values: { name: 'Dinas Taman', phone: '222' } },
  });
  await type('Nama', 'Pertamanan');
  await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
  const row = await screen.findByRole('row', { name: /Telepon/ });
  expect(row.textContent).toContain('111');
  expect(row.textContent).toContain('222');
  await userEvent.click(screen.getByRole('button', { name: 'Simpan perubahan saya di atasnya' }));
  await screen.findByText('Tersimpan. Berlaku di semua layar dalam beberapa detik.');
  expect(sent.at(-1)).toEqual([{ name: 'Pertamanan', phone: '222' }, 2]);
});
