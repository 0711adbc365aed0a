// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { TrackedReport } from '../../api/types';
import { render } from '../../test/render';
import { MoveForm } from './MoveForm';
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

test('An answer waits for its photo and names it; a photo that does not get through holds it back', async () => {
  const sent: unknown[] = [];
  const finished = vi.fn<() => Promise<string[]>>();
  finished.mockRejectedValueOnce(new Error('lost')).mockResolvedValueOnce(['0190d5c4-0000-7000-8000-000000000001']);
  const photos = {
    taken: [],
    uploads: {},
    unreadable: [],
    add: vi.fn(),
    remove: vi.fn(),
    retry: vi.fn(),
    finish: finished,
  };
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(await request.json());
    return Response.json({ status: 'inProgress', version: 5 });
  });
  const onMoved = vi.fn();
  render(
    <MoveForm
      report={resolved}
      secret="rahasia"
      to="inProgress"
      note="Masih padam."
      photos={photos}
      onNote={vi.fn()}
      onMoved={onMoved}
      onOvertaken={vi.fn()}
    />,
  );
  const reopen = screen.getByRole('button', { name: 'Belum beres' });
  await userEvent.click(reopen);
  expect((await screen.findByRole('alert')).textContent).toContain('Foto belum terunggah.');
  expect(sent).toEqual([]);
  await userEvent.click(reopen);
  await vi.waitFor(() => expect(onMoved).toHaveBeenCalled());
  expect(sent).toEqual([
    { to: 'inProgress', note: 'Masih padam.', attachmentIds: ['0190d5c4-0000-7000-8000-000000000001'] },
  ]);
});
