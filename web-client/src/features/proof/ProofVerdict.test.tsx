// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { ReportProof } from '../../api/types';
import { render } from '../../test/render';
import { ProofVerdict } from './ProofVerdict';

// the answer of a running program for a report of today
const proof: ReportProof = {
  reportId: '01a20d6d-5666-7fc1-8fd1-d96974deb4be',
  trackingCode: '99RV-H5QW-220',
  rows: [
    {
      row: {
        previousHash: 'NC6hYwYM2vZkaKAgDiNsHf8MPK2ksYkyy27LItYAlu4=',
        reportId: '01a20d6d-5666-7fc1-8fd1-d96974deb4be',
        sequence: 1,
        type: 'submitted',
        at: '2026-11-24T11:59:59.078136+00:00',
        actor: 'reporter',
        status: 'submitted',
        agencyCode: null,
        serviceCode: 'LGK-CEMAR',
        noteDigest: 'fX8v2Cl/QNI1YNmpUoFzhOCXqIGnRcs33TxSm9o6mak=',
        internalNoteDigest: 'tkgL8hrkn2euaENhQ2xwqJR+okqAkO68Lg+yRsCKIX8=',
        staffDigest: 'D8X5P4srMVBBhvRtIqC/dOKOerUzgeXZSfaSnQCD9WU=',
      },
      hash: 'dxIb41PcPII3YV2GFhH93FItiAlmHUfhXhnLr2RImA0=',
      note: null,
      noteSalt: 'Q1CAR/7UqZwXrBROUSkSDg==',
      inclusion: null,
    },
  ],
  roots: [],
  keys: [],
};

test('A proof that holds says what was checked and what is not signed yet', async () => {
  render(<ProofVerdict proof={proof} />);
  expect(await screen.findByRole('heading', { name: 'Riwayat laporan 99RV-H5QW-220 utuh' })).toBeDefined();
  expect(screen.getByText(/1 catatan lengkap dan berurutan/)).toBeDefined();
  expect(screen.getByText(/1 catatan terbaru belum ditandatangani/)).toBeDefined();
  expect(screen.queryByText(/dilindungi tanda tangan/)).toBeNull();
});

test('A proof that does not hold says so and names what is wrong, and nothing that was right', async () => {
  render(<ProofVerdict proof={{ ...proof, trackingCode: '99RV-H5QW-221' }} />);
  const verdict = await screen.findByRole('alert');
  expect(verdict.textContent).toContain('tidak cocok');
  expect(verdict.textContent).toContain('Catatan ke-1 tidak menyambung pada catatan sebelumnya.');
  expect(screen.queryByText(/lengkap dan berurutan/)).toBeNull();
});

test('What is no proof at all is told kindly', async () => {
  render(<ProofVerdict proof={{ nama: 'bukan bukti' } as unknown as ReportProof} />);
  expect((await screen.findByRole('alert')).textContent).toContain('bukan bukti riwayat');
});
