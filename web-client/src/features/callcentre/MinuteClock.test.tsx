// @vitest-environment happy-dom
import { screen } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { Dispatch } from '../../api/types';
import { render } from '../../test/render';
import { MinuteClock } from './MinuteClock';

const received = Date.parse('2026-11-24T02:00:00Z');
const minutes = (count: number) => received + count * 60_000;
const at = (count: number) => new Date(minutes(count)).toISOString();

const fire = { receivedAt: at(0), dueAt: at(15), firstOnSceneAt: null, state: 'open' } as Dispatch;

test.each<[Partial<Dispatch>, number, string]>([
  [{}, 4, '11 menit lagi'],
  [{}, 18, 'Terlambat 3 menit'],
  [{ firstOnSceneAt: at(9) }, 40, 'Di lokasi setelah 9 menit'],
  [{ state: 'cancelled' }, 4, 'Dibatalkan'],
])('An emergency tells its minutes in words: %o', (change, now, text) => {
  render(<MinuteClock dispatch={{ ...fire, ...change }} now={minutes(now)} />);
  expect(screen.getByText(text)).toBeTruthy();
});
