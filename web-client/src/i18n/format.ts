import { language } from './t';

const locale = language === 'en' ? 'en-GB' : 'id-ID';
const timeZone = 'Asia/Jakarta';

// spelt out: the full dateStyle writes "01 Desember" in Indonesian
const date = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
const dayFormat = new Intl.DateTimeFormat(locale, date);
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', ...date });
const shortDayFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
const timeFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** "28 Oktober 2025 pukul 14.30 WIB"; the city has one time zone, so its name is written, not computed. */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  return `${dayFormat.format(at)}${language === 'en' ? ' at ' : ' pukul '}${timeFormat.format(at)} WIB`;
}

/** "28 Oktober 2025" */
export function day(iso: string): string {
  return dayFormat.format(new Date(iso));
}

/** "Selasa, 28 Oktober 2025" */
export function weekday(iso: string): string {
  return weekdayFormat.format(new Date(iso));
}

/** "28 Okt" */
export function shortDay(iso: string): string {
  return shortDayFormat.format(new Date(iso));
}

/** "3 hari yang lalu", "dalam 2 jam": whole hours below one day, whole days above. */
export function relative(iso: string, now = Date.now()): string {
  const hours = (Date.parse(iso) - now) / 3_600_000;
  return Math.abs(hours) < 24
    ? relativeFormat.format(Math.trunc(hours), 'hour')
    : relativeFormat.format(Math.trunc(hours / 24), 'day');
}
