// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { render } from '../../test/render';
import { DueBadge } from './DueBadge';

const now = Date.parse('2025-10-28T08:00:00Z');

test.each([
  ['2025-10-26T08:00:00Z', 'Lewat tenggat kemarin dulu'],
  ['2025-10-28T13:00:00Z', 'Tenggat dalam 5 jam'],
  ['2025-10-31T08:00:00Z', 'Tenggat 31 Okt'],
])('Due at %s reads "%s"', (dueAt, text) => {
  render(<DueBadge dueAt={dueAt} status="inProgress" now={now} />);
  expect(document.querySelector('.badge')?.textContent).toBe(text);
});

test.each(['resolved', 'needsInformation'] as const)(
  'A report that is %s waits for its reporter and is never late',
  (status) => {
    render(<DueBadge dueAt="2025-10-26T08:00:00Z" status={status} now={now} />);
    const badge = document.querySelector('.badge');
    expect([badge?.textContent, badge?.className]).toEqual(['Menunggu pelapor sampai 26 Okt', 'badge plain']);
  },
);

test('Where nothing is due nothing is said', () => {
  render(<DueBadge dueAt={null} status="closed" now={now} />);
  expect(document.body.textContent).toBe('');
});
