// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import { render } from '../../test/render';
import { DueBadge } from './DueBadge';

const now = Date.parse('2025-10-28T08:00:00Z');

test.each([
  ['2025-10-26T08:00:00Z', 'Lewat tenggat, kemarin dulu'],
  ['2025-10-28T13:00:00Z', 'Tenggat dalam 5 jam'],
  ['2025-10-31T08:00:00Z', 'Tenggat 31 Okt'],
])('Due at %s reads "%s"', (dueAt, text) => {
  render(<DueBadge dueAt={dueAt} now={now} />);
  expect(screen.getByText(text)).toBeDefined();
});
