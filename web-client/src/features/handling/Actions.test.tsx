// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReportDetail } from '../../api/types';
import { render } from '../../test/render';
import { Actions } from './Actions';

const report = {
  id: '0199',
  status: 'inProgress',
  version: 3,
  mayNote: true,
  history: [],
  attachments: [],
  service: { code: 'LGK-CEMAR', name: 'Pencemaran' },
  moves: [{ to: 'resolved', demands: ['publicNote'], reasons: [] }],
  relations: { mergedInto: null, merged: [], parent: null, children: [] },
} as unknown as ReportDetail;

/** Shows what may be done, and tells every change that is asked for. */
function show(answer: () => Response, id = report.id) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ items: [] }); // no reply template
    requests.push(request);
    return answer();
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Actions report={{ ...report, id }} />
    </QueryClientProvider>,
  );
  return requests;
}

test('A missing answer is told at its field before anything is sent', async () => {
  const requests = show(() => new Response());
  await userEvent.click(screen.getByRole('button', { name: 'Nyatakan selesai' }));
  await userEvent.click(screen.getAllByRole('button', { name: 'Nyatakan selesai' })[1] as HTMLElement);
  expect(screen.getByRole('alert').textContent).toContain('Tulis tanggapan untuk pelapor.');
  expect(requests).toEqual([]);
});

test("The key after the one that opens a form is the form's, however fast it comes", async () => {
  show(() => new Response());
  const key = screen.getByRole('button', { name: /Nyatakan selesai/ }).getAttribute('aria-keyshortcuts') ?? '';
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await Promise.resolve(); // as between two events of the keyboard: no timer, no frame
  expect(document.activeElement).toBe(screen.getByLabelText('Tanggapan untuk pelapor'));
});

test('A finished act is told, and the focus stays with the news', async () => {
  show(() => Response.json({ status: 'resolved', version: 4, dueAt: null, allowedNext: [] }));
  await userEvent.click(screen.getByRole('button', { name: 'Nyatakan selesai' }));
  await userEvent.type(screen.getByLabelText('Tanggapan untuk pelapor'), 'Sudah kami tambal.');
  await userEvent.click(screen.getAllByRole('button', { name: 'Nyatakan selesai' })[1] as HTMLElement);
  const news = await screen.findByText('Tersimpan. Status laporan sekarang: Selesai, menunggu konfirmasi.');
  expect(document.activeElement?.contains(news)).toBe(true);
  expect(screen.queryByLabelText('Tanggapan untuk pelapor')).toBeNull();
});

test('When another officer was first, the typed answer stays', async () => {
  const requests = show(() => new Response('{"code":"stale_version"}', { status: 412 }));
  await userEvent.click(screen.getByRole('button', { name: 'Nyatakan selesai' }));
  const answer = screen.getByLabelText<HTMLTextAreaElement>('Tanggapan untuk pelapor');
  await userEvent.type(answer, 'Sudah kami tambal.');
  await userEvent.click(screen.getAllByRole('button', { name: 'Nyatakan selesai' })[1] as HTMLElement);
  expect((await screen.findByRole('alert')).textContent).toContain('diubah orang lain');
  expect(requests[0]?.headers.get('If-Match')).toBe('"3"');
  expect(answer.value).toBe('Sudah kami tambal.');
});

test('A note is sent without a move, and an empty one is told before anything is sent', async () => {
  const requests = show(
    () => Response.json({ status: 'inProgress', version: 4, dueAt: null, allowedNext: [] }),
    '0200',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Tulis catatan' }));
  await userEvent.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  expect(screen.getByRole('alert').textContent).toContain('Tulis catatan untuk pelapor atau untuk rekan petugas.');
  expect(requests).toEqual([]);
  await userEvent.type(screen.getByLabelText('Catatan internal (boleh dikosongkan)'), 'Menunggu alat berat.');
  await userEvent.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  await screen.findByText('Tersimpan. Status laporan sekarang: Sedang ditindaklanjuti.');
  expect(requests[0]?.url).toContain('/reports/0200/notes');
  expect(await requests[0]?.json()).toEqual({ internalNote: 'Menunggu alat berat.' });
});
