// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadAccount } from '../../api/account';
import { saveFile } from '../../domain/saveFile';
import { render } from '../../test/render';
import { readFilters } from './filters';
import { QueueExport } from './QueueExport';

vi.mock('../../domain/saveFile', () => ({ saveFile: vi.fn() }));

const filters = readFilters(new URLSearchParams('status=routed'));
let asked: { address: string; signal: AbortSignal }[];

beforeEach(async () => {
  vi.stubGlobal('fetch', async () => Response.json({ permissions: ['exportReports'] }));
  await loadAccount();
  asked = [];
  vi.mocked(saveFile).mockClear();
});

/** Shows the buttons, and answers the next file with this. */
function show(answer: () => Response) {
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push({ address, signal });
    return answer();
  });
  render(<QueueExport filters={filters} />);
}

/** A file that is written while the test watches. */
function file() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const headers = { 'X-Total-Count': '1234', 'Content-Disposition': 'attachment; filename=laporan-2026-11-24.csv' };
  return {
    answer: () => new Response(readable, { headers }),
    write: (bytes: number) => act(async () => void writer.write(new Uint8Array(bytes))),
    close: () => act(() => writer.close()),
    breakOff: () => act(() => writer.abort(new TypeError('network'))),
  };
}

test('A file tells how much it holds and how far it has come, and is saved under its own name', async () => {
  const { answer, write, close } = file();
  show(answer);
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  await write(2_500_000);
  await screen.findByText('CSV: 1.234 laporan sedang diunduh.');
  await screen.findByText(/2,5\sMB/);
  expect(asked.map((it) => it.address)).toEqual(['/api/v1/exports/reports.csv?status=routed']);
  await close();
  await screen.findByText('CSV: 1.234 laporan sudah diunduh.');
  const [saved, name] = vi.mocked(saveFile).mock.calls[0] ?? [];
  expect([saved?.size, name]).toEqual([2_500_000, 'laporan-2026-11-24.csv']);
});

test('Why there is no file is told in words', async () => {
  show(() => Response.json({ code: 'exports_busy' }, { status: 503 }));
  await userEvent.click(screen.getByRole('button', { name: 'XLSX' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Banyak berkas sedang diunduh.');
});

test('A file that breaks off is not saved as if it were whole', async () => {
  const { answer, write, breakOff } = file();
  show(answer);
  await userEvent.click(screen.getByRole('button', { name: 'GeoJSON' }));
  await write(10);
  await breakOff();
  await screen.findByRole('alert');
  expect(saveFile).not.toHaveBeenCalled();
});

test('Whoever thinks better of it stops the file', async () => {
  const { answer, write } = file();
  show(answer);
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  await write(10);
  await userEvent.click(await screen.findByRole('button', { name: 'Batal' }));
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(screen.getByRole('status').textContent).toBe('');
});
