// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { SimilarPublicReport } from '../../api/types';
import { render } from '../../test/render';
import { AlreadyReported } from './AlreadyReported';

const neighbour = {
  report: {
    id: '0401',
    status: 'routed',
    service: { code: 'PJU', name: 'Lampu padam' },
    agency: { code: 'DISHUB', name: 'Dinas Perhubungan' },
    submittedAt: '2025-10-27T08:00:00Z',
    supports: 0,
  },
  parts: { distanceMetres: 40 },
} as unknown as SimilarPublicReport;

test('Whoever joins a report nearby needs no own, and whoever does not goes on', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ reportId: '0401', supports: 1 }));
  const [onDifferent, onSettled] = [vi.fn(), vi.fn()];
  render(<AlreadyReported neighbours={[neighbour]} onDifferent={onDifferent} onSettled={onSettled} />);
  expect(screen.getByRole('listitem').textContent).toContain('40 m dari titik Anda');
  expect(screen.queryByRole('button', { name: /Selesai/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Laporan saya berbeda' }));
  expect(onDifferent).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Saya juga mengalami ini' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Selesai, hapus tulisan saya' }));
  expect(onSettled).toHaveBeenCalledWith('0401');
});
