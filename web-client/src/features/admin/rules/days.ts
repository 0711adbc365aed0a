const oneDay = 24 * 60 * 60 * 1000; // ms

/** Today in Kediri, as ISO writes it. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' });
}

/** The day so many days later; earlier with a negative number. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);
}

/** The API names the first day on which a rule no longer holds, people the last one on which it does. */
export function lastDay(validUntil: string | null | undefined): string {
  return validUntil ? plusDays(validUntil, -1) : '';
}

export function validUntil(last: string): string | null {
  return last ? plusDays(last, 1) : null;
}
