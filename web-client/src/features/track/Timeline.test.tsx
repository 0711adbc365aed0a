// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { TrackedReport } from '../../api/types';
import { render } from '../../test/render';
import { Timeline } from './Timeline';

type Entry = TrackedReport['timeline'][number];

const agency = { code: '35.71.01.1001', name: 'Kelurahan Bandar Lor' };

test.each<[Partial<Entry>, string, string]>([
  [{ type: 'submitted', actor: 'reporter', agency: null }, 'Laporan diterima', 'Anda'],
  [{ type: 'routed', actor: 'system' }, 'Diteruskan kepada Kelurahan Bandar Lor', 'Sistem'],
  [{ type: 'routed', actor: 'staff' }, 'Diteruskan kepada Kelurahan Bandar Lor', 'Petugas'],
  [{ status: 'inProgress', actor: 'staff' }, 'Sedang ditindaklanjuti', 'Kelurahan Bandar Lor'],
  [{ status: 'inProgress', actor: 'client' }, 'Sedang ditindaklanjuti', 'Kelurahan Bandar Lor'],
  [{ type: 'submitted', actor: 'client', agency: null }, 'Laporan diterima', 'Anda'],
  [{ status: 'routed', actor: 'reporter' }, 'Keterangan dilengkapi', 'Anda'],
  [{ type: 'reopened', status: 'inProgress', actor: 'reporter' }, 'Dibuka kembali', 'Anda'],
  [{ type: 'rated', status: 'closed', actor: 'reporter' }, 'Penanganan dinilai', 'Anda'],
  [{ status: 'closed', actor: 'reporter' }, 'Ditutup', 'Anda'],
  [{ status: 'closed', actor: 'system' }, 'Ditutup', 'Sistem'],
])('%o reads "%s" by %s', (entry, happening, mover) => {
  const whole = { at: '2025-10-28T08:00:00Z', type: 'statusChanged', status: 'routed', agency, note: null, ...entry };
  render(<Timeline entries={[whole as Entry]} />);
  expect(screen.getByRole('heading').textContent).toBe(happening);
  expect(screen.getByText(/pukul/).textContent).toBe(`${mover} · 28 Oktober 2025 pukul 15.00 WIB`);
});
