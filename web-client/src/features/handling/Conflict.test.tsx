// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReportDetail } from '../../api/types';
import { render } from '../../test/render';
import { Conflict } from './Conflict';

const seen = {
  version: 2,
  status: 'routed',
  agency: { code: 'DLHKP', name: 'DLHKP' },
  service: { code: 'A', name: 'Sampah' },
  kelurahan: null,
  dueAt: null,
  attachments: [],
  history: [
    {
      sequence: 2,
      type: 'routed',
      actor: 'Sistem',
      at: '2026-11-24T02:00:00Z',
      status: 'routed',
      publicNote: null,
      internalNote: null,
    },
  ],
} as unknown as ReportDetail;

const now = {
  ...seen,
  version: 3,
  status: 'inProgress',
  history: [
    ...seen.history,
    {
      ...seen.history[0],
      sequence: 3,
      type: 'statusChanged',
      actor: 'Budi',
      status: 'inProgress',
      internalNote: 'Truk 2 berangkat.',
    },
  ],
} as unknown as ReportDetail;

function show(report: ReportDetail, isGone = false) {
  const redo = vi.fn();
  render(<Conflict seen={seen} now={report} isGone={isGone} isBusy={false} onRedo={redo} />);
  return redo;
}

test('Who was faster, what they said and what differs is told, and the own act goes once more', async () => {
  const redo = show(now);
  const told = screen.getByRole('alert');
  expect(told.textContent).toContain('Budi');
  expect(told.textContent).toContain('Truk 2 berangkat.');
  expect(told.textContent).not.toContain('Sistem');
  expect(screen.getByRole('row', { name: 'Status Didisposisikan Sedang ditindaklanjuti' })).toBeTruthy();
  expect(screen.queryByRole('row', { name: /^Unit/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Kirim lagi di atas versi terbaru' }));
  expect(redo).toHaveBeenCalledOnce();
});

test('Nothing is sent again before the newest is there, nor what is no longer open', async () => {
  const redo = show(seen);
  await userEvent.click(screen.getByRole('button', { name: 'Kirim lagi di atas versi terbaru' }));
  expect(redo).not.toHaveBeenCalled();
  show(now, true);
  expect(screen.getAllByRole('button', { name: 'Kirim lagi di atas versi terbaru' })).toHaveLength(1);
});
