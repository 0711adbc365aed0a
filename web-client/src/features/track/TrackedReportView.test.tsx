// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import { keepReport, keptReports } from '../../domain/keptReports';
import { render } from '../../test/render';
import { TrackedReportView } from './TrackedReportView';

test('A wrong secret is told kindly, and the phone forgets it', async () => {
  keepReport({ code: '7F3K-9QX2-M4D', secret: 'lama', service: 'Lampu' });
  vi.stubGlobal('fetch', async () => new Response('{"code":"not_found"}', { status: 404 }));
  render(<TrackedReportView code="7F3K-9QX2-M4D" secret="lama" />);
  expect(await screen.findByRole('heading', { name: 'Laporan tidak ditemukan' })).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('Nomor laporan').value).toBe('7F3K-9QX2-M4D');
  await waitFor(() => expect(keptReports()).toEqual([]));
});

test('The secret goes in a header and never in the address', async () => {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return new Response('{"code":"unavailable"}', { status: 503 });
  });
  render(<TrackedReportView code="7F3K-9QX2-M4D" secret="rahasia-sekali" />);
  expect(await screen.findByRole('button', { name: 'Coba lagi' })).toBeDefined();
  expect(requests[0]?.headers.get('Report-Secret')).toBe('rahasia-sekali');
  expect(requests[0]?.url).not.toContain('rahasia-sekali');
});
