// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { OutboxItem } from '../../api/types';
import { render } from '../../test/render';
import { Notifications } from './Notifications';

const dead: OutboxItem = {
  id: '0199',
  state: 'dead',
  occasion: 'routed',
  recipient: 'officers',
  account: 'petugas.dpupr',
  medium: 'email',
  language: 'id',
  createdAt: '2025-10-28T07:30:00Z',
  dueAt: '2025-10-29T07:30:00Z',
  attempts: 12,
  sentAt: null,
  lastError: 'the mail server cannot be used (SocketException)',
  message: { subject: 'Laporan baru', body: 'Ada laporan baru\nuntuk unit Anda.' },
};

interface Server {
  lists?: (query: URLSearchParams) => Response;
  retry?: () => Response;
}

function show({ lists = () => list([dead]), retry = () => new Response(null, { status: 204 }) }: Server = {}) {
  history.replaceState(null, '', '/');
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return request.method === 'POST' ? retry() : lists(new URL(request.url).searchParams);
  });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Notifications />
    </QueryClientProvider>,
  );
  return requests;
}

function list(items: OutboxItem[], next: string | null = null): Response {
  return Response.json({ items, next });
}

test('A row tells to whom, how often and why not', async () => {
  show();
  const row = (await screen.findByRole('listitem')).textContent;
  for (const part of ['Gagal', 'Laporan baru', 'Petugas unit (petugas.dpupr)', 'Surel', '12', 'SocketException'])
    expect(row).toContain(part);
});

test('A known reason is told in the language of the reader', async () => {
  show({ lists: () => list([{ ...dead, state: 'withheld', lastError: 'unsubscribed' }]) });
  expect((await screen.findByRole('listitem')).textContent).toContain('penerima tidak ingin dikabari');
});

test('A chosen state stands in the address and is asked of the server', async () => {
  const requests = show({ lists: (query) => list(query.has('state') ? [] : [dead]) });
  await screen.findByRole('listitem');
  await userEvent.click(screen.getByLabelText('Terkirim'));
  await screen.findByText('Tidak ada pemberitahuan dalam keadaan ini.');
  expect(location.search).toBe('?state=sent');
  expect(requests.at(-1)?.url).toContain('state=sent');
});

test('The next page is fetched from where the last one ended', async () => {
  show({ lists: (query) => (query.has('after') ? list([{ ...dead, id: '0198' }]) : list([dead], 'here')) });
  await userEvent.click(await screen.findByRole('button', { name: 'Tampilkan berikutnya' }));
  await vi.waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  expect(screen.queryByRole('button', { name: 'Tampilkan berikutnya' })).toBeNull();
});

test('Where the next page does not come, the first one stays', async () => {
  const down = new Response('{"code":"internal_error"}', { status: 500 });
  show({ lists: (query) => (query.has('after') ? down : list([dead], 'here')) });
  await userEvent.click(await screen.findByRole('button', { name: 'Tampilkan berikutnya' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Terjadi kesalahan pada sistem.');
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

test('A retry is told, and the list is read again', async () => {
  let isRetried = false;
  const requests = show({
    lists: () => list([isRetried ? { ...dead, state: 'pending' } : dead]),
    retry: () => {
      isRetried = true;
      return new Response(null, { status: 204 });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Coba lagi Laporan baru' }));
  const news = await screen.findByText('Pemberitahuan akan segera dikirim lagi.');
  await vi.waitFor(() => expect(document.activeElement?.contains(news)).toBe(true));
  expect(requests[1]?.url).toContain('/admin/outbox/0199/retry');
  await vi.waitFor(() => expect(screen.getByRole('listitem').textContent).toContain('Menunggu dikirim'));
});

test('A refused retry says why', async () => {
  show({ retry: () => new Response('{"code":"already_sent"}', { status: 409 }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Coba lagi Laporan baru' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Pemberitahuan ini sudah terkirim.');
});

test('What is sent cannot be tried again', async () => {
  show({ lists: () => list([{ ...dead, state: 'sent', sentAt: '2025-10-28T07:31:00Z', lastError: null }]) });
  await screen.findByRole('listitem');
  expect(screen.queryByRole('button', { name: /Coba lagi/ })).toBeNull();
});
