import { expect, test } from 'vitest';
import { lookUp, t } from './t';

test('Placeholders are filled in', () => {
  expect(t('report.progress', { step: 2, steps: 5 })).toBe('Langkah 2 dari 5');
});

test('A code without a text has none', () => {
  expect(lookUp('problem.never_heard_of')).toBeUndefined();
});
