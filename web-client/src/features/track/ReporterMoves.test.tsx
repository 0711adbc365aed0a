// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { TrackedReport } from '../../api/types';
import { render } from '../../test/render';
import { ReporterMoves } from './ReporterMoves';

const resolved = {
  trackingCode: '7F3K-9QX2-M4D',
  status: 'resolved',
  version: 4,
  allowedNext: ['closed', 'inProgress'],
} as unknown as TrackedReport;
const closed = { ...resolved, status: 'closed', version: 5, allowedNext: [] } as TrackedReport;

/** Shows the moves of a report that is resolved now and closed when it is read again. */
function show(answer: () => Response) {
  vi.stubGlobal('fetch', async () => answer());
  function Page() {
    const [report, setReport] = useState(resolved);
    return <ReporterMoves report={report} secret="rahasia" onChanged={() => setReport(closed)} />;
  }
  render(<Page />);
}

test('The last move is thanked for even though no other is left', async () => {
  show(() => Response.json({ status: 'closed', version: 5 }));
  await userEvent.click(screen.getByRole('button', { name: 'Ya, sudah beres' }));
  await userEvent.click(screen.getAllByRole('button', { name: 'Ya, sudah beres' })[1] as HTMLElement);
  const news = await screen.findByRole('status');
  expect(news.textContent).toBe('Terima kasih sudah memastikan. Laporan ditutup.');
  expect(document.activeElement?.contains(news)).toBe(true);
  expect(screen.queryByRole('button')).toBeNull();
});

test('Whoever comes too late is told so, and not thanked', async () => {
  show(() => Response.json({ code: 'stale_version' }, { status: 412 }));
  await userEvent.click(screen.getByRole('button', { name: 'Belum beres' }));
  await userEvent.type(screen.getByLabelText('Keterangan Anda'), 'Masih padam.');
  await userEvent.click(screen.getAllByRole('button', { name: 'Belum beres' })[1] as HTMLElement);
  const news = await screen.findByRole('status');
  expect(news.textContent).toContain('langkah tadi tidak lagi tersedia');
  expect(document.activeElement?.contains(news)).toBe(true);
});
