export interface MonevChoice {
  year: number;
  /** A day that is past, `2026-09-30`; absent for today. */
  asOf?: string | undefined;
  /** A kecamatan or a kelurahan; absent for all that one may see. */
  area?: string | undefined;
}

const firstYear = 2025;

/** Today in Kediri, `2026-11-29`. */
export function todayInKediri(now = Date.now()): string {
  return new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** What the address says of it; what it cannot mean is left out. */
export function readMonevChoice(params: URLSearchParams, today: string): MonevChoice {
  const year = Number(params.get('tahun'));
  const asOf = params.get('tanggal') ?? '';
  const area = params.get('wilayah') ?? '';
  return {
    year: yearsAround(today).includes(year) ? year : present(today),
    asOf: /^\d{4}-\d\d-\d\d$/.test(asOf) && !Number.isNaN(Date.parse(asOf)) && asOf < today ? asOf : undefined,
    area: /^\d\d\.\d\d\.\d\d(\.\d{4})?$/.test(area) ? area : undefined,
  };
}

export function writeMonevChoice({ year, asOf, area }: MonevChoice, today: string): Record<string, string> {
  return {
    ...(year !== present(today) && { tahun: String(year) }),
    ...(asOf && asOf !== today && { tanggal: asOf }),
    ...(area && { wilayah: area }),
  };
}

/** Budget years of Merata, the latest first: what is planned for the next one can be looked at too. */
export function yearsAround(today: string): number[] {
  const last = present(today) + 1;
  return Array.from({ length: last - firstYear + 1 }, (_, index) => last - index);
}

function present(today: string): number {
  return Math.max(firstYear, Number(today.slice(0, 4)));
}

/** The last days of the quarters of a year that are over. */
export function quarterEnds(year: number, today: string): string[] {
  return ['03-31', '06-30', '09-30', '12-31'].map((it) => `${year}-${it}`).filter((it) => it < today);
}

const daysToAnswer = 60;

/** The last day that may be given for an answer. */
export function latestAnswer(today: string): string {
  return new Date(Date.parse(today) + daysToAnswer * 86_400_000).toISOString().slice(0, 10);
}
