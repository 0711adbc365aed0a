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
  moves: [{ to: 'resolved', demands: ['publicNote'], reasons: [] }],
} as unknown as ReportDetail;

function show(answer: () => Response) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return answer();
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Actions report={report} />
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
