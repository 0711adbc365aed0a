// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReportDetail, ReportReference } from '../../../api/types';
import { render } from '../../../test/render';
import { Actions } from '../Actions';

const report = {
  status: 'routed',
  version: 3,
  mayNote: true,
  moves: [],
  service: { code: 'SAMPAH', name: 'Sampah menumpuk' },
  relations: { mergedInto: null, merged: [], parent: null, children: [] },
} as unknown as ReportDetail;

const services = [
  { code: 'SAMPAH', name: 'Sampah menumpuk', questions: [] },
  {
    code: 'PJU',
    name: 'Lampu padam',
    questions: [
      { code: 'letak', text: 'Di mana lampunya?', required: true, choices: [{ value: 'gang', text: 'Di gang' }] },
    ],
  },
];

/** Shows the acts of a report with an id of its own, for what was typed outlives the page. */
function show(id: string, answer: () => Response, relations = report.relations) {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.url.endsWith('/services')) return Response.json({ items: services });
    if (request.method === 'GET') return Response.json({ items: [], features: [] });
    bodies.push(await request.json());
    return answer();
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Actions report={{ ...report, id, relations }} />
    </QueryClientProvider>,
  );
  return bodies;
}

const child = { id: '0300', trackingCode: 'A1B2-C3D4-E5F', status: 'routed', service: services[1], agency: null };

test('A part is sent with what differs from the whole, and the new report is told', async () => {
  const bodies = show('0201', () => Response.json({ version: 4, children: [child] }));
  await userEvent.click(screen.getByRole('button', { name: 'Pecah laporan' }));
  await userEvent.click(screen.getByRole('button', { name: 'Pecah menjadi 1 laporan' }));
  expect(screen.getByRole('alert').textContent).toContain('Tulis isi bagian 1');
  await userEvent.type(screen.getByLabelText('Isi bagian ini'), 'Lampunya juga mati.');
  await screen.findByRole('option', { name: 'Lampu padam' });
  await userEvent.selectOptions(screen.getByLabelText('Jenis laporan'), 'PJU');
  await userEvent.selectOptions(screen.getByLabelText('Di mana lampunya?'), 'gang');
  await userEvent.click(screen.getByRole('button', { name: 'Pecah menjadi 1 laporan' }));
  const news = await screen.findByText('Laporan sudah dipecah. Laporan barunya:');
  expect(news.parentElement?.textContent).toContain('A1B2-C3D4-E5F');
  expect(bodies).toEqual([
    { children: [{ description: 'Lampunya juga mati.', serviceCode: 'PJU', answers: { letak: 'gang' } }] },
  ]);
});

test('A refusal stands at the field of the part that it is about', async () => {
  show('0202', () =>
    Response.json({ code: 'validation_failed', errors: { 'children[1].description': ['too_long'] } }, { status: 400 }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Pecah laporan' }));
  await userEvent.click(screen.getByRole('button', { name: 'Tambah bagian' }));
  const [first, second] = screen.getAllByLabelText('Isi bagian ini') as [HTMLElement, HTMLElement];
  await userEvent.type(first, 'Sampah di sungai.');
  await userEvent.type(second, 'Lampunya juga mati.');
  await userEvent.click(screen.getByRole('button', { name: 'Pecah menjadi 2 laporan' }));
  await userEvent.click(await screen.findByRole('link', { name: 'Terlalu panjang.' }));
  expect(document.activeElement).toBe(second);
});

test('A merged report is not split', () => {
  show('0203', () => new Response(), { ...report.relations, mergedInto: child as ReportReference });
  expect(screen.queryByRole('button', { name: 'Pecah laporan' })).toBeNull();
});
