// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test, vi } from 'vitest';
import type { PublicReport } from '../../api/types';
import { render } from '../../test/render';
import { PublicReportView } from './PublicReportView';

const report: PublicReport = {
  id: '0501',
  status: 'inProgress',
  step: 'inProgress',
  outcome: null,
  service: { code: 'PJU', name: 'Lampu padam' },
  kelurahan: { code: '35.71.01.1001', name: 'Bandar Lor' },
  agency: { code: 'DISHUB', name: 'Dinas Perhubungan' },
  location: { lat: -7.81, lng: 112 },
  submittedAt: '2025-10-28T07:30:00Z',
  dueAt: '2025-10-31T17:30:00Z',
  handedOverTo: null,
  handedOverNumber: null,
  handedOverUntil: null,
  supports: 2,
};

const square = [
  [111.99, -7.82],
  [112.01, -7.82],
  [112.01, -7.8],
  [111.99, -7.8],
  [111.99, -7.82],
];
const wards = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { ...report.kelurahan }, geometry: { type: 'Polygon', coordinates: [square] } },
  ],
};

const show = (answer: () => Response) => {
  vi.stubGlobal('fetch', async ({ url }: Request) => (url.endsWith('/wards') ? Response.json(wards) : answer()));
  render(<PublicReportView id={report.id} />);
};

test('Everybody sees who acts by when, how many have the same, and where', async () => {
  show(() => Response.json(report));
  expect(await screen.findByText('Dinas Perhubungan menanggapi paling lambat Sabtu, 1 November 2025.')).toBeDefined();
  expect(screen.getByText('2 warga mengalami hal yang sama')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Saya juga mengalami ini' })).toBeDefined();
  const map = await screen.findByRole('img', { name: /Kelurahan Bandar Lor/ });
  expect(map.querySelectorAll('path.is-here')).toHaveLength(1);
  expect(map.querySelectorAll('circle')).toHaveLength(1);
});

test('What is closed cannot be joined, and who took it over is told', async () => {
  show(() =>
    Response.json({
      ...report,
      status: 'closed',
      outcome: 'notOurs',
      dueAt: null,
      handedOverTo: 'PLN',
      location: null,
    }),
  );
  expect(await screen.findByText('Ditutup: bukan kewenangan kota.')).toBeDefined();
  expect(screen.getByText('Diteruskan ke PLN')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Saya juga/ })).toBeNull();
});

test('A report that is not shown is told kindly', async () => {
  show(() => Response.json({ code: 'not_found' }, { status: 404 }));
  expect(await screen.findByRole('heading', { name: 'Laporan tidak ditampilkan' })).toBeDefined();
});
