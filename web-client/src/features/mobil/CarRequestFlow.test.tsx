// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { loadCarMessages } from '../../i18n/tm';
import { render } from '../../test/render';
import { CarRequestFlow } from './CarRequestFlow';

const draft = {
  purpose: 'health',
  need: 'Kontrol',
  ward: { code: '35.71.01.1001', name: 'Bandar Lor' },
  date: '2026-12-01',
  from: '08:00',
  until: '10:00',
  pickUp: 'Gang 2',
  destination: 'RSUD Gambiran',
  passengers: '2',
  name: 'Sulastri',
  phone: '081234567890',
};

beforeEach(async () => {
  await loadCarMessages();
  sessionStorage.setItem('permintaan-mobil', JSON.stringify(draft));
  history.replaceState(null, '', '/mobil/periksa');
});

/** Shows the last step, and answers what is sent by the list of answers. */
function show(...answers: Response[]) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return answers.shift() ?? Response.error();
  });
  render(<CarRequestFlow step="periksa" />);
  return requests;
}

function problem(status: number, body: object): Response {
  return new Response(JSON.stringify({ status, ...body }), { status });
}

test('Where no car is free, one tap takes one of the free times over', async () => {
  const slot = {
    carId: '0193',
    car: 'Mobil Bandar Lor',
    from: '2026-12-01T03:00:00Z',
    until: '2026-12-01T05:00:00Z',
  };
  const requests = show(
    problem(409, { code: 'no_car_free', errors: { from: ['no_car_free'] }, freeSlots: [slot] }),
    problem(500, {}),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  await userEvent.click(await screen.findByRole('button', { name: /10.00–12.00 WIB \(Mobil Bandar Lor\)/ }));
  expect(screen.getByText(/10.00–12.00 WIB$/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  await vi.waitFor(() => expect(requests).toHaveLength(2));
  expect(await requests[1]?.json()).toMatchObject({
    from: '2026-12-01T10:00:00+07:00',
    until: '2026-12-01T12:00:00+07:00',
  });
  expect(requests[1]?.headers.get('Idempotency-Key')).not.toBe(requests[0]?.headers.get('Idempotency-Key'));
});

test('The same request that failed on its way goes out under the same key', async () => {
  const requests = show(problem(503, {}), problem(503, {}));
  await userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  await screen.findByRole('alert');
  await userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  await vi.waitFor(() => expect(requests).toHaveLength(2));
  expect(requests[1]?.headers.get('Idempotency-Key')).toBe(requests[0]?.headers.get('Idempotency-Key'));
});

test('Words that sound like an emergency lead to 112 first, and to the request by a tick', async () => {
  const requests = show(
    problem(422, { code: 'urgent_medical', errors: { need: ['urgent_medical'] }, telephone: '112' }),
    problem(500, {}),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  expect((await screen.findByRole('link', { name: 'Telepon 112 sekarang' })).getAttribute('href')).toBe('tel:112');
  expect(screen.getAllByText(/^Ini terdengar darurat/)).toHaveLength(1);
  await userEvent.click(screen.getByLabelText(/^Ini bukan keadaan darurat/));
  await userEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  await vi.waitFor(() => expect(requests).toHaveLength(2));
  expect(await requests[1]?.json()).toMatchObject({ notUrgent: true });
});

test('Words that sound like an emergency lead to 112 where they are written, before any other question', async () => {
  sessionStorage.clear();
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(new URL(request.url).pathname);
    return Response.json({ suggestions: [], emergency: true });
  });
  render(<CarRequestFlow step={undefined} />);
  await userEvent.type(screen.getByLabelText(/^Keterangan/), 'Ibu pingsan, sesak napas');
  expect((await screen.findByRole('link', { name: 'Telepon 112 sekarang' })).getAttribute('href')).toBe('tel:112');
  expect(asked).toEqual(['/api/v1/services/suggest']);
});
