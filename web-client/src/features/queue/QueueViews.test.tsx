// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from '../../test/render';
import { readFilters } from './filters';
import { QueueViews } from './QueueViews';

const counts = {
  open: 5,
  overdue: 2,
  statuses: [
    { status: 'submitted', count: 2, overdue: 0 },
    { status: 'routed', count: 3, overdue: 1 },
  ],
};

beforeEach(() => localStorage.clear());

/** Shows the tabs of the queue, with views of these names and searches kept on the device. */
function show(...views: [string, string][]) {
  localStorage.setItem('saringan', JSON.stringify(views.map(([name, search]) => ({ name, search }))));
  vi.stubGlobal('fetch', async () => Response.json(counts));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <QueueViews filters={readFilters(new URLSearchParams('q=lampu'))} onChange={() => {}} />
    </QueryClientProvider>,
  );
}

/** Its words, once the counts have come. */
async function read(name: RegExp): Promise<string> {
  await screen.findByRole('button', { name: 'Lewat tenggat 2' });
  return screen.getByRole('button', { name }).textContent.trim();
}

test('Open reports are counted by status, and no number stands at a list that has closed ones too', async () => {
  show();
  expect(await read(/^Semua/)).toBe('Semua');
  expect(await read(/^Verifikasi/)).toBe('Verifikasi 2');
});

test.each([
  ['status=routed', 'Gang saya 3'],
  ['status=routed&overdue=true', 'Gang saya 1'],
  ['overdue=true', 'Gang saya 1'],
  ['q=gang', 'Gang saya'],
  ['status=routed&status=closed', 'Gang saya'],
])('A kept view of %s reads %s', async (search, text) => {
  show(['Gang saya', search]);
  await vi.waitFor(async () => expect(await read(/^Gang saya/)).toBe(text));
});
