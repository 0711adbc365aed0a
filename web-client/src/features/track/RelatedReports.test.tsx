// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { TrackedReport } from '../../api/types';
import { render } from '../../test/render';
import { RelatedReports } from './RelatedReports';

const alone = { status: 'routed', mergedInto: null, parentCode: null, children: [] } as unknown as TrackedReport;
const child = { trackingCode: 'A1B2-C3D4-E5F', status: 'routed', service: { code: 'PJU', name: 'Lampu padam' } };

const show = (report: Partial<TrackedReport>) =>
  render(<RelatedReports report={{ ...alone, ...report }} secret="rahasia" />);
const addresses = () => screen.queryAllByRole('link').map((it) => it.getAttribute('href'));

test('A merged report tells whose status it shows and leads there', () => {
  show({ mergedInto: '0199' });
  expect(screen.getByText(/ditangani bersama laporan lain/)).toBeDefined();
  expect(addresses()).toEqual(['/laporan/0199']);
});

test('One secret opens a report, what it was part of, and its parts', () => {
  show({ parentCode: '7F3K-9QX2-M4D', children: [child as TrackedReport['children'][number]] });
  expect(addresses()).toEqual(['/lacak/7F3K-9QX2-M4D#rahasia', '/lacak/A1B2-C3D4-E5F#rahasia']);
});

test('A report that stands alone says nothing of others', () => {
  show({});
  expect(document.body.textContent).toBe('');
});
