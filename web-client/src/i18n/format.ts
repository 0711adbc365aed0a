import { language, type MessageKey, t } from './t';

const locale = language === 'en' ? 'en-GB' : 'id-ID';

/**
 * Made when first used: whatever is asked of `Intl` first costs a cheap phone a third of a second. So what every page tells, dates and
 * numbers, is written without it; the tests compare the two.
 */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Of Kediri, which has one time zone and no summer time. */
const offset = 7 * 3_600_000;

const sizeFormats = {
  kilobyte: once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })),
  megabyte: once(() => new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })),
};
const compactFormat = once(() => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 }));
const relativeFormat = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** "28 Oktober 2025 pukul 14.30 WIB"; the city has one time zone, so its name is written, not computed. */
export function dateTime(iso: string): string {
  return `${day(iso)}${language === 'en' ? ' at ' : ' pukul '}${clock(iso)}`;
}

/** "14.30 WIB" */
export function clock(iso: string): string {
  const at = local(iso);
  return `${twoDigits(at.getUTCHours())}${language === 'en' ? ':' : '.'}${twoDigits(at.getUTCMinutes())} WIB`;
}

/** "28 Oktober 2025" */
export function day(iso: string): string {
  const at = local(iso);
  return `${at.getUTCDate()} ${wordOf('date.months', at.getUTCMonth())} ${at.getUTCFullYear()}`;
}

/** "Selasa, 28 Oktober 2025" */
export function weekday(iso: string): string {
  return `${wordOf('date.weekdays', local(iso).getUTCDay())}, ${day(iso)}`;
}

/** "28 Okt" */
export function shortDay(iso: string): string {
  const at = local(iso);
  return `${at.getUTCDate()} ${wordOf('date.shortMonths', at.getUTCMonth())}`;
}

/** "Okt 25" */
export function shortMonth(iso: string): string {
  const at = local(iso);
  return `${wordOf('date.shortMonths', at.getUTCMonth())} ${twoDigits(at.getUTCFullYear() % 100)}`;
}

/** The instant as its UTC parts tell the hour of the city. */
function local(iso: string): Date {
  return new Date(Date.parse(iso) + offset);
}

function wordOf(key: MessageKey, index: number): string {
  return t(key).split(' ')[index] ?? '';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
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
  return `${decimal(share * 100, 0)}%`;
}

/** "1.234,5": three digits after the comma at most. */
export function number(value: number): string {
  return decimal(value, 3);
}

/** "3,2": one digit after the comma at most. */
export function few(value: number): string {
  return decimal(value, 1);
}

function decimal(value: number, digits: number): string {
  const scale = 10 ** digits;
  // 15 digits are those that a double keeps: without this, 1.005 would be a little less than it says
  const scaled = Math.round(Number((Math.abs(value) * scale).toPrecision(15)));
  const [thousands, point] = language === 'en' ? [',', '.'] : ['.', ','];
  const whole = String(Math.trunc(scaled / scale)).replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const rest = String(scaled % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return `${value < 0 && scaled > 0 ? '-' : ''}${whole}${rest && point}${rest}`;
}

/** "40 menit", "5,5 jam", "3,2 hari". */
export function duration(hours: number): string {
  if (hours < 1) return t('stats.minutes', { n: few(Math.round(hours * 60)) });
  return hours < 48 ? t('stats.hours', { n: few(hours) }) : t('stats.daysLong', { n: few(hours / 24) });
}

/** "12 rb": where there is room for three letters. */
export function compact(value: number): string {
  return value < 1000 ? number(value) : compactFormat().format(value);
}
