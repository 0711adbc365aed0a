// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from '../../test/render';
import { OwnReportsView } from './OwnReportsView';

const report = {
  trackingCode: '7F3K-9QX2-M4D',
  status: 'routed',
  step: 'verified',
  service: { code: 'LGK-CEMAR', name: 'Pencemaran' },
  kelurahan: { code: '1', name: 'Bandar Lor' },
  agency: null,
  submittedAt: '2026-11-24T02:00:00Z',
  dueAt: null,
};

let requests: Request[];
let opened: () => Response;

beforeEach(() => {
  requests = [];
  sessionStorage.clear();
  history.replaceState(null, '', '/laporan-saya');
  opened = () => Response.json({ session: 'sesi-baru', endsAt: new Date(Date.now() + 3_600_000).toISOString() });
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    const path = new URL(request.url).pathname;
    if (request.method === 'DELETE') return new Response(null, { status: 204 });
    if (path.endsWith('/session')) return opened();
    if (path.endsWith('/links'))
      return Response.json(request.method === 'POST' ? { minutes: 15 } : { email: true, whatsApp: false });
    return Response.json({ items: [report], next: null });
  });
});

test('A contact is asked for, and the answer does not say whether it is known', async () => {
  render(<OwnReportsView onThisPhone={null} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Kirim tautan' }));
  expect(screen.getByRole('alert').textContent).toContain('Isi kontak yang Anda pakai');
  await userEvent.type(screen.getByLabelText('Alamat surel pada laporan'), 'sri@contoh.id');
  await userEvent.click(screen.getByRole('button', { name: 'Kirim tautan' }));
  expect((await screen.findByRole('status')).textContent).toContain('Bila ada laporan dengan sri@contoh.id');
  expect(await requests.at(-1)?.json()).toEqual({ email: 'sri@contoh.id', language: 'id' });
});

test('A link is used up by a tap and not by being looked at, and leaves the address', async () => {
  history.replaceState(null, '', '/laporan-saya#tautan');
  render(<OwnReportsView onThisPhone={null} />);
  expect(requests).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Tampilkan laporan saya' }));
  const link = await screen.findByRole('link', { name: /Pencemaran/ });
  expect(link.getAttribute('href')).toBe('/lacak/7F3K-9QX2-M4D');
  expect(location.hash).toBe('');
  expect(requests.at(-1)?.headers.get('Reporter-Session')).toBe('sesi-baru');

  await userEvent.click(screen.getByRole('button', { name: 'Tutup laporan saya' }));
  expect(await screen.findByRole('button', { name: 'Kirim tautan' })).toBeDefined();
  expect(requests.some((it) => it.method === 'DELETE' && it.headers.get('Reporter-Session') === 'sesi-baru')).toBe(
    true,
  );
});

test('A link that was used before is told, with a way to the next one', async () => {
  history.replaceState(null, '', '/laporan-saya#bekas');
  opened = () => Response.json({ code: 'link_over' }, { status: 410 });
  render(<OwnReportsView onThisPhone={null} />);
  await userEvent.click(screen.getByRole('button', { name: 'Tampilkan laporan saya' }));
  expect((await screen.findByRole('alert')).textContent).toContain('sudah dipakai');
  await userEvent.click(screen.getByRole('button', { name: 'Minta tautan baru' }));
  expect(await screen.findByRole('button', { name: 'Kirim tautan' })).toBeDefined();
});
