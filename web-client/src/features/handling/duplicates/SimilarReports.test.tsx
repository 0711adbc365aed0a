// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReportDetail, SimilarReport } from '../../../api/types';
import { render } from '../../../test/render';
import { useChange } from '../useChange';
import { MergedNotice } from './MergedNotice';
import { SimilarReports } from './SimilarReports';

const report = {
  id: '0199',
  trackingCode: '7F3K-9QX2-M4D',
  status: 'routed',
  version: 3,
  mayNote: true,
  relations: { mergedInto: null, merged: [], parent: null, children: [] },
} as unknown as ReportDetail;

const similar = {
  report: {
    id: '0200',
    trackingCode: 'A1B2-C3D4-E5F',
    status: 'inProgress',
    service: { code: 'PJU', name: 'Lampu' },
    agency: null,
  },
  description: 'Gelap sekali di gang ini.',
  submittedAt: '2025-10-27T08:00:00Z',
  supports: 2,
  score: 0.82,
  parts: { distanceMetres: 41.6, daysApart: 2.2, service: 'same', text: 0.3, score: 0.82 },
} as SimilarReport;

/** Shows the panel of `shown`; `change` answers whatever is not a question. */
function show(items: SimilarReport[], change: () => Response, shown = report) {
  const changes: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json({ items });
    changes.push(request);
    return change();
  });
  function Desk() {
    const relating = useChange(shown);
    return (
      <>
        <MergedNotice report={shown} relating={relating} />
        <SimilarReports report={shown} relating={relating} />
      </>
    );
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Desk />
    </QueryClientProvider>,
  );
  return changes;
}

test('The likeness is told in words', async () => {
  show([similar], () => new Response());
  const item = await screen.findByRole('listitem');
  expect(item.textContent).toContain(
    'Kemiripan 82%: berjarak 42 m, selang 2 hari, jenisnya sama, kata-katanya mirip; 2 warga mengalami hal yang sama',
  );
});

test('That nothing is similar is told', async () => {
  show([], () => new Response());
  expect(await screen.findByText('Tidak ada laporan terbuka yang serupa di sekitarnya.')).toBeDefined();
});

test('What is no duplicate leaves the list and can be taken back', async () => {
  const changes = show([similar], () => new Response(null, { status: 204 }));
  await userEvent.click(await screen.findByRole('button', { name: /Bukan duplikat/ }));
  const news = await screen.findByText('A1B2-C3D4-E5F ditandai bukan duplikat.');
  await waitFor(() => expect(document.activeElement?.contains(news)).toBe(true));
  expect(screen.queryByText('Gelap sekali di gang ini.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /Urungkan/ }));
  expect(await screen.findByText('Gelap sekali di gang ini.')).toBeDefined();
  expect(changes.map((it) => `${it.method} ${new URL(it.url).pathname}`)).toEqual([
    'PUT /api/v1/reports/0199/similar/0200/rejection',
    'DELETE /api/v1/reports/0199/similar/0200/rejection',
  ]);
});

test('A merger says what it does before it is done, and carries the version that was seen', async () => {
  const changes = show([similar], () => Response.json({ status: 'routed', version: 4, dueAt: null, allowedNext: [] }));
  await userEvent.click(await screen.findByRole('button', { name: 'Gabungkan ke A1B2-C3D4-E5F' }));
  const question = screen.getByRole('alert');
  expect(question.textContent).toContain('Gabungkan 7F3K-9QX2-M4D ke A1B2-C3D4-E5F?');
  expect(changes).toEqual([]);
  await userEvent.click(within(question).getByRole('button', { name: 'Ya, gabungkan' }));
  await waitFor(() => expect(changes).toHaveLength(1));
  expect(changes[0]?.headers.get('If-Match')).toBe('"3"');
  expect(await changes[0]?.json()).toEqual({ into: '0200' });
});

test.each([
  [412, 'stale_version', 'Laporan ini baru saja berubah.'],
  [409, 'carries_merged', 'Gabungkan ke arah sebaliknya'],
])('A merger refused with %i tells why', async (status, code, text) => {
  show([similar], () => Response.json({ code }, { status }));
  await userEvent.click(await screen.findByRole('button', { name: 'Gabungkan ke A1B2-C3D4-E5F' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ya, gabungkan' }));
  expect(await screen.findByText(new RegExp(text))).toBeDefined();
});

test('A merged report leads to its survivor, seeks no other, and can be separated', async () => {
  const merged = { ...report, relations: { ...report.relations, mergedInto: similar.report } };
  const changes = show(
    [similar],
    () => Response.json({ status: 'routed', version: 4, dueAt: null, allowedNext: [] }),
    merged,
  );
  expect(screen.getByRole('link', { name: 'A1B2-C3D4-E5F' }).getAttribute('href')).toBe('/laporan/0200');
  expect(screen.queryByText('Laporan serupa')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Pisahkan' }));
  await waitFor(() => expect(changes.map((it) => it.method)).toEqual(['DELETE']));
});
