// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReportDetail } from '../../api/types';
import { render } from '../../test/render';
import { NoteForm } from './NoteForm';
import { ReportDocuments } from './ReportDocuments';
import { useAnswerDraft } from './useAnswerDraft';
import type { Change } from './useChange';

const report = {
  id: '0199',
  status: 'inProgress',
  documents: [
    { id: '0200', bytes: 340_400, sequence: 2, addedBy: 'Budi', addedAt: '2026-11-28T07:30:00Z' },
    { id: '0201', bytes: 1_240_000, sequence: 3, addedBy: 'Sari', addedAt: '2026-11-28T08:00:00Z' },
  ],
  history: [
    { sequence: 2, internalNote: 'Surat perintah kerja', publicNote: 'Kami mulai' },
    { sequence: 3, internalNote: null, publicNote: null },
  ],
} as unknown as ReportDetail;

test('Each PDF tells its size, who added it, and the note it came with', () => {
  render(<ReportDocuments report={report} />);
  const [first, second] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(first.textContent).toBe('PDF 1 (340 kB)Budi · 28 November 2026 pukul 14.30 WIBSurat perintah kerja');
  expect(within(second).getByRole('link').textContent).toBe('PDF 2 (1,2 MB)');
  expect(within(first).getByRole('link').getAttribute('href')).toBe('/api/v1/reports/0199/documents/0200');
});

test('A report without any says nothing of them', () => {
  render(<ReportDocuments report={{ ...report, documents: [] }} />);
  expect(screen.queryByRole('heading')).toBeNull();
});

/** An upload that the server answers at once. */
function answerUploads(status: number, response: unknown) {
  vi.stubGlobal(
    'XMLHttpRequest',
    class {
      status = status;
      response = response;
      upload = {};
      onload = () => {};
      open() {}
      setRequestHeader() {}
      send() {
        this.onload();
      }
    },
  );
}

function Desk({ onSubmit }: { onSubmit: (change: Change) => void }) {
  const { draft, update } = useAnswerDraft('0199');
  return <NoteForm report={report} draft={draft} update={update} isBusy={false} problem={null} onSubmit={onSubmit} />;
}

test('A PDF goes along with a note, and a refused one is told', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ items: [] })); // no reply template
  const changes: Change[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Desk onSubmit={(change) => changes.push(change)} />
    </QueryClientProvider>,
  );
  const pdf = new File(['%PDF-1.7'], 'surat.pdf', { type: 'application/pdf' });
  answerUploads(422, { code: 'pdf_encrypted' });
  await userEvent.upload(screen.getByLabelText('Sertakan PDF untuk rekan (boleh tanpa)'), pdf);
  expect(await screen.findByText('PDF ini terkunci. Simpan ulang tanpa kata sandi.')).toBeTruthy();

  answerUploads(201, { id: '0202' });
  await userEvent.upload(screen.getByLabelText('Sertakan PDF untuk rekan (boleh tanpa)'), pdf);
  expect(await screen.findByText('1 PDF terunggah')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Catatan internal (boleh dikosongkan)'), 'Surat perintah kerja');
  await userEvent.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  expect(changes).toEqual([{ kind: 'note', body: { internalNote: 'Surat perintah kerja', attachmentIds: ['0202'] } }]);
});
