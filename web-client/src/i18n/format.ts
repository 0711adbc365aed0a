import { language, t } from './t';

const locale = language === 'en' ? 'en-GB' : 'id-ID';
const timeZone = 'Asia/Jakarta';

/** Made when first used: at once they cost a cheap phone a third of a second of every page. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

// spelt out: the full dateStyle writes "01 Desember" in Indonesian
const date = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
const dayFormat = once(() => new Intl.DateTimeFormat(locale, date));
const weekdayFormat = once(() => new Intl.DateTimeFormat(locale, { weekday: 'long', ...date }));
const shortDayFormat = once(() => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }));
const timeFormat = once(
  () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
);
const percentFormat = once(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
const sizeFormats = {
  kilobyte: once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })),
  megabyte: once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })),
};
const numberFormat = once(() => new Intl.NumberFormat(locale));
const compactFormat = once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 }));
const relativeFormat = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** "28 Oktober 2025 pukul 14.30 WIB"; the city has one time zone, so its name is written, not computed. */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  return `${dayFormat().format(at)}${language === 'en' ? ' at ' : ' pukul '}${timeFormat().format(at)} WIB`;
}

/** "14.30 WIB" */
export function clock(iso: string): string {
  return `${timeFormat().format(new Date(iso))} WIB`;
}

/** "28 Oktober 2025" */
export function day(iso: string): string {
  return dayFormat().format(new Date(iso));
}

/** "Selasa, 28 Oktober 2025" */
export function weekday(iso: string): string {
  return weekdayFormat().format(new Date(iso));
}

/** "28 Okt" */
export function shortDay(iso: string): string {
  return shortDayFormat().format(new Date(iso));
}

/** "baru saja", "5 menit yang lalu", "dalam 2 jam", "3 hari yang lalu": whole minutes, hours or days. */
export function relative(iso: string, now = Date.now()): string {
  const minutes = (Date.parse(iso) - now) / 60_000;
  const size = Math.abs(minutes);
  if (size < 1) return t('time.justNow');
  if (size < 60) return relativeFormat().format(Math.trunc(minutes), 'minute');
  if (size < 24 * 60) return relativeFormat().format(Math.trunc(minutes / 60), 'hour');
  return relativeFormat().format(Math.trunc(minutes / (24 * 60)), 'day');
}

/** "340 kB", "1,2 MB": of a file, in thousands of bytes; never less than one. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? sizeFormats.kilobyte().format(Math.max(1, bytes / 1000))
    : sizeFormats.megabyte().format(bytes / 1_000_000);
}

/** "82%" of a share between 0 and 1. */
export function percent(share: number): string {
  return percentFormat().format(share);
}

/** "1.234" */
export function number(value: number): string {
  return numberFormat().format(value);
}

const fewFormat = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));

/** "3,2": one digit after the comma at most. */
export function few(value: number): string {
  return fewFormat().format(value);
}

/** "40 menit", "5,5 jam", "3,2 hari". */
export function duration(hours: number): string {
  if (hours < 1) return t('stats.minutes', { n: few(Math.round(hours * 60)) });
  return hours < 48 ? t('stats.hours', { n: few(hours) }) : t('stats.daysLong', { n: few(hours / 24) });
}

/** "12 rb": where there is room for three letters. */
export function compact(value: number): string {
  return value < 1000 ? numberFormat().format(value) : compactFormat().format(value);
}
