const dayLength = 86_400_000; // ms
const wib = 7 * 3_600_000; // ms

/** Today in Kediri, such as 2026-12-01. */
export function today(): string {
  return new Date(Date.now() + wib).toISOString().slice(0, 10);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The day of an instant in Kediri. */
export function dayOf(iso: string): string {
  return new Date(Date.parse(iso) + wib).toISOString().slice(0, 10);
}

/** Noon in Kediri, so that formatting a bare day never slips into another. */
export function noon(day: string): string {
  return `${day}T12:00:00+07:00`;
}

/** "08.00–10.00" */
export function hours(from: string, until: string): string {
  return `${timeOf(from)}–${timeOf(until)}`;
}

function timeOf(iso: string): string {
  return new Date(Date.parse(iso) + wib).toISOString().slice(11, 16).replace(':', '.');
}
