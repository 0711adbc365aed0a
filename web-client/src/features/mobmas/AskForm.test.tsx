// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CallItem, ReportDetail } from '../../api/types';
import { loadCarMessages } from '../../i18n/tm';
import { render } from '../../test/render';
import { AskForm } from './AskForm';

const ward = { code: '35.71.01.1001', name: 'Bandar Lor' };
const report = {
  id: '0193a',
  trackingCode: 'AAAA-BBBB-CCC',
  service: { code: 'SOS-RENTAN', name: 'Bantuan lansia' },
  kelurahan: ward,
  address: 'Gang 2, depan musala',
} as ReportDetail;
const call = { id: '0193b', phoneTail: '234', kelurahan: null, place: 'Lain' } as CallItem;
const wards = { features: [{ properties: { ...ward, kecamatan: { code: '35.71.01', name: 'Mojoroto' } } }] };

beforeEach(loadCarMessages);

/** Shows the form; what is sent is answered by its path, and by the last answer once these run out. */
function show(from: { report?: ReportDetail; call?: CallItem }, ...answers: Response[]) {
  const sent: Request[] = [];
  const onWritten = vi.fn();
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path.endsWith('/wards')) return Response.json(wards);
    if (request.method !== 'POST') return Response.json({ kelurahan: ward, agency: ward, pool: false, cars: [] });
    sent.push(request);
    return answers.shift() ?? Response.error();
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AskForm named={from.report} call={from.call} onWritten={onWritten} />
    </QueryClientProvider>,
  );
  return { sent, onWritten };
}

async function fill(): Promise<void> {
  await userEvent.selectOptions(screen.getByLabelText('Keperluan'), 'health');
  await userEvent.type(screen.getByLabelText('Tujuan'), 'RSUD Gambiran');
  await userEvent.type(screen.getByLabelText('Tanggal'), '2027-12-01');
  await userEvent.selectOptions(screen.getByLabelText('Mulai'), '08:00');
  await userEvent.selectOptions(screen.getByLabelText('Sampai'), '10:00');
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));

test('What report and call tell stands there, and the number comes by a tap that is logged', async () => {
  const { sent, onWritten } = show(
    { report, call },
    Response.json({ phone: '+6281200001234' }),
    Response.json({ trackingCode: 'DDDD' }, { status: 201 }),
  );
  await fill();
  await send();
  expect(sent).toHaveLength(0);
  expect(screen.getByRole('alert').textContent).toContain('Isi nomor telepon');
  await userEvent.click(screen.getByRole('button', { name: 'Ambil nomor penelepon' }));
  await vi.waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nomor telepon').value).toBe('+6281200001234'));
  expect(sent[0]?.url).toMatch(/calls\/0193b\/number-readings$/);
  await send();
  await vi.waitFor(() => expect(onWritten).toHaveBeenCalled());
  expect(await sent[1]?.json()).toMatchObject({
    reportId: '0193a',
    kelurahanCode: ward.code,
    pickUp: 'Gang 2, depan musala',
    contact: { phone: '+6281200001234' },
  });
});

test('A contact that is withheld is typed, and words that sound urgent are sent to 112 first', async () => {
  const refused = { status: 403, code: 'contact_withheld' };
  const urgent = { status: 422, code: 'urgent_medical', errors: { need: ['urgent_medical'] } };
  const { sent } = show(
    { report },
    new Response(JSON.stringify(refused), { status: 403 }),
    new Response(JSON.stringify(urgent), { status: 422 }),
    Response.error(),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Ambil kontak pelapor' }));
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  await fill();
  await userEvent.type(screen.getByLabelText('Nomor telepon'), '081200001234');
  await send();
  await screen.findByText(/kirim unit dari papan darurat 112/);
  await userEvent.click(screen.getByLabelText(/^Ini bukan keadaan darurat/));
  await send();
  await vi.waitFor(() => expect(sent).toHaveLength(3));
  expect(await sent[2]?.json()).toMatchObject({ notUrgent: true });
});

test('A request that begins at an anonymous report is written down without it', async () => {
  const { sent } = show({ report: { ...report, anonymous: true } }, Response.error());
  expect(screen.getByText(/^Laporan anonim tidak dikaitkan/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Ambil kontak pelapor' })).toBeNull();
  await fill();
  await userEvent.type(screen.getByLabelText('Nomor telepon'), '081200001234');
  await send();
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(await sent[0]?.json()).not.toHaveProperty('reportId');
});
