// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { DeadEvent } from '../../api/types';
import { render } from '../../test/render';
import { DeadEvents } from './DeadEvents';

const event: DeadEvent = {
  id: 41,
  consumer: 'publish-report',
  createdAt: '2025-10-28T07:30:00Z',
  attempts: 12,
  deadAt: '2025-10-29T07:30:00Z',
};

test('A dead event given back to the relay leaves the list', async () => {
  let events = [event];
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ items: events, next: null });
    sent.push(request.url);
    events = [];
    return new Response(null, { status: 204 });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DeadEvents />
    </QueryClientProvider>,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Coba lagi Menampilkan laporan kepada umum' }));
  await screen.findByText('Kejadian akan segera diproses lagi.');
  await screen.findByText('Semua kejadian sudah diproses.');
  expect(sent).toEqual([expect.stringContaining('/admin/outbox/events/41/retry')]);
});
