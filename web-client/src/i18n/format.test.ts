import { afterEach, describe, expect, test, vi } from 'vitest';
import { dateTime, relative, weekday } from './format';

test('Times are told in the time of the city', () => {
  expect(dateTime('2025-10-28T07:30:00Z')).toBe('28 Oktober 2025 pukul 14.30 WIB');
});

test('A day that has begun in Kediri is not yesterday in London', () => {
  expect(weekday('2025-10-31T17:30:00Z')).toBe('Sabtu, 1 November 2025');
});

test.each([
  ['2025-10-28T10:00:00Z', 'dalam 2 jam'],
  ['2025-10-28T03:00:00Z', '5 jam yang lalu'],
  ['2025-11-02T08:00:00Z', 'dalam 5 hari'],
  ['2025-10-28T07:59:40Z', 'baru saja'],
  ['2025-10-28T07:20:00Z', '40 menit yang lalu'],
])('%s is told as %s', (at, text) => {
  expect(relative(at, Date.parse('2025-10-28T08:00:00Z'))).toBe(text);
});

describe.each([
  ['id', 'id-ID'],
  ['en', 'en-GB'],
] as const)('What is written without Intl, in %s', (language, locale) => {
  async function spoken() {
    vi.resetModules();
    vi.stubGlobal('localStorage', { getItem: () => language });
    await (await import('./t')).loadMessages();
    return import('./format');
  }

  afterEach(() => vi.unstubAllGlobals());

  test('tells each day as Intl does', async () => {
    const format = await spoken();
    const timeZone = 'Asia/Jakarta';
    const as = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone });
    const long = as({ day: 'numeric', month: 'long', year: 'numeric' });
    const weekdays = as({ weekday: 'long' });
    const short = as({ day: 'numeric', month: 'short' });
    const month = as({ month: 'short', year: '2-digit' });
    const clock = as({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    for (let at = Date.UTC(2023, 11, 31); at < Date.UTC(2025, 0, 3); at += 11 * 3_600_000 + 7 * 60_000) {
      const iso = new Date(at).toISOString();
      expect(format.day(iso)).toBe(long.format(at));
      expect(format.weekday(iso)).toBe(`${weekdays.format(at)}, ${long.format(at)}`);
      expect(format.shortDay(iso)).toBe(short.format(at));
      expect(format.shortMonth(iso)).toBe(month.format(at));
      expect(format.clock(iso)).toBe(`${clock.format(at)} WIB`);
    }
  });

  test('tells each number as Intl does', async () => {
    const format = await spoken();
    const [whole, tenths, share] = [
      new Intl.NumberFormat(locale),
      new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    ];
    const values = [
      0, 1, 9.95, 0.15, 1.005, 12.3456, 999, 999.96, 1000, 20_000, 1_234_567.25, 75_000_000, -3.25, -0.04,
    ];
    for (const value of values) {
      if (value > -0.04) expect(format.number(value)).toBe(whole.format(value));
      expect(format.few(value)).toBe(value === -0.04 ? '0' : tenths.format(value));
    }
    for (const value of [0, 0.004, 0.005, 0.575, 0.825, 0.994, 0.995, 1])
      expect(format.percent(value)).toBe(share.format(value));
  });
});
