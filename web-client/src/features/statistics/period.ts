/** In days. */
export const periods = [30, 90, 365] as const;

type Period = (typeof periods)[number];

const usual: Period = 90;

/** The period in the address, or the usual one. */
export function readPeriod(params: URLSearchParams): Period {
  return periods.find((it) => String(it) === params.get('hari')) ?? usual;
}

/** Its first day in Kediri, `2026-09-01`; the last one is today. */
export function firstDay(period: Period, now = Date.now()): string {
  return new Date(now + 7 * 3_600_000 - (period - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** Columns that one can tell apart: days of a month, weeks of a quarter, months of a year. */
export function stepOf(period: Period): 'day' | 'week' | 'month' {
  return period === 30 ? 'day' : period === 90 ? 'week' : 'month';
}
