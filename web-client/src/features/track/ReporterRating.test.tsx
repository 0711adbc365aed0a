// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { TrackedReport } from '../../api/types';
import { render } from '../../test/render';
import { ReporterRating } from './ReporterRating';

const rateable = {
  trackingCode: '7F3K-9QX2-M4D',
  status: 'closed',
  version: 5,
  mayRate: true,
  rating: null,
} as unknown as TrackedReport;
const rating = { stars: 5, reasons: ['polite' as const], comment: 'Terang lagi.', at: '2025-10-28T07:30:00Z' };
const rated = { ...rateable, version: 6, mayRate: false, rating };
const reopened = { ...rateable, version: 6, mayRate: false };

/** Shows a report that may be rated now and reads as `next` once it is asked for again. */
function show(answer: () => Response, next: TrackedReport = rated) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(request);
    return answer();
  });
  function Page() {
    const [report, setReport] = useState(rateable);
    return <ReporterRating report={report} secret="rahasia" onChanged={() => setReport(next)} />;
  }
  render(<Page />);
  return requests;
}

const choose = (name: string) => userEvent.click(screen.getByLabelText(name));
const send = () => userEvent.click(screen.getByRole('button', { name: 'Kirim penilaian' }));

test('Five stars can be given, each with its word', () => {
  show(() => new Response());
  expect(screen.getAllByRole('radio').map((it) => it.closest('label')?.textContent)).toEqual([
    '1, tidak puas',
    '2, kurang puas',
    '3, cukup puas',
    '4, puas',
    '5, sangat puas',
  ]);
});

test('A rating without stars, or a poor one without a reason, is told at its field and not sent', async () => {
  const requests = show(() => new Response());
  await send();
  const first = screen.getByRole('alert');
  expect(first.textContent).toContain('Pilih satu sampai lima bintang.');
  expect(document.activeElement).toBe(first);
  await choose('2, kurang puas');
  expect(screen.queryByRole('alert')).toBeNull();
  await send();
  await userEvent.click(screen.getByRole('link', { name: 'Pilih alasan penilaian ini.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Terlalu lama'));
  expect(requests).toEqual([]);
});

test('Only the reasons that go with the stars are sent', async () => {
  const requests = show(() => Response.json({ status: 'closed', version: 6 }));
  await choose('1, tidak puas');
  await choose('Terlalu lama');
  await choose('5, sangat puas');
  expect(screen.queryByLabelText('Terlalu lama')).toBeNull();
  await choose('Petugas ramah');
  await userEvent.type(screen.getByLabelText(/^Pesan untuk petugas/), ' Terang lagi. ');
  await send();
  expect(await requests[0]?.json()).toEqual({ stars: 5, reasons: ['polite'], comment: 'Terang lagi.' });
  expect(requests[0]?.headers.get('If-Match')).toBe('"5"');
  expect(requests[0]?.headers.get('Report-Secret')).toBe('rahasia');
});

test('A given rating is thanked for, takes the focus there and stands in the place of the form', async () => {
  show(() => Response.json({ status: 'closed', version: 6 }));
  await choose('5, sangat puas');
  await send();
  const news = await screen.findByRole('status');
  expect(news.textContent).toBe('Terima kasih. Penilaian Anda sudah kami terima.');
  expect(document.activeElement?.contains(news)).toBe(true);
  expect(screen.getByText('5 dari 5, sangat puas')).toBeDefined();
  expect(screen.getByText('Petugas ramah')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('A refusal of the server stands at the field that it names', async () => {
  const refusal = { code: 'rating_reason_required', errors: { reasons: ['rating_reason_required'] } };
  show(() => Response.json(refusal, { status: 422 }));
  await choose('3, cukup puas');
  await send();
  expect(await screen.findByRole('link', { name: 'Pilih alasan penilaian ini.' })).toBeDefined();
  expect(screen.getByRole('group', { name: /^Apa yang dapat diperbaiki/ })).toBeDefined();
});

test('When the report changed meanwhile and may still be rated, the words stay', async () => {
  show(() => Response.json({ code: 'stale_version' }, { status: 412 }), { ...rateable, version: 6 });
  await choose('4, puas');
  const comment = screen.getByLabelText<HTMLTextAreaElement>(/^Pesan untuk petugas/);
  await userEvent.type(comment, 'Rapi.');
  await send();
  expect((await screen.findByRole('alert')).textContent).toContain('Laporan ini baru saja berubah.');
  expect(comment.value).toBe('Rapi.');
});

test('Whoever comes too late is told so, and not thanked', async () => {
  show(() => Response.json({ code: 'stale_version' }, { status: 412 }), reopened);
  await choose('4, puas');
  await send();
  const news = await screen.findByRole('status');
  expect(news.textContent).toContain('tidak dapat dinilai lagi');
  expect(document.activeElement?.contains(news)).toBe(true);
  expect(screen.queryByRole('radio')).toBeNull();
});
