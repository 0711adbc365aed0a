import { expect, test } from 'vitest';
import type { IndicatorFigure } from '../api/types';
import { countedText, targetText, valueText } from './indicatorText';

const figure: IndicatorFigure = {
  code: 'TANPA_PENYIMPANGAN',
  name: 'Tanpa penyimpangan',
  nameEn: null,
  definition: 'Tanpa temuan.',
  definitionEn: null,
  group: 'deviation',
  numerator: 'worksWithoutFinding',
  denominator: 'worksExamined',
  unit: 'percent',
  aim: 'higher',
  target: 90,
  tolerance: 10,
  rank: 1,
  counted: 12,
  of: 14,
  value: 85.71,
  verdict: 'near',
  suppressed: false,
  version: 1,
};

test('A share says its value, its target and what was counted', () => {
  expect(valueText(figure)).toBe('85,7%');
  expect(targetText(figure)).toBe('Target paling sedikit 90%');
  expect(countedText(figure)).toBe('12 dari 14 pekerjaan yang diperiksa');
});

test('Money is counted in rupiah', () => {
  const spent = { ...figure, denominator: 'plannedMoney', counted: 93_100_000, of: 95_000_000 } as const;
  expect(countedText(spent)).toBe('Rp93.100.000 dari Rp95.000.000 anggaran');
});

test('What so few rated tells neither a value nor how many stars there were', () => {
  const few = {
    ...figure,
    unit: 'average',
    denominator: 'ratings',
    counted: null,
    of: 3,
    value: null,
    suppressed: true,
  } as const;
  expect(valueText(few)).toBe('Kurang dari 5 penilai');
  expect(countedText(few)).toBeUndefined();
});

test('Without anything to divide by there are no data, and nothing was counted', () => {
  const none = { ...figure, counted: 0, of: 0, value: null, verdict: null };
  expect(valueText(none)).toBe('Belum ada data');
  expect(countedText(none)).toBeUndefined();
});
