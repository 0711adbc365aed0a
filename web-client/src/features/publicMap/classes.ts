/** So many shades can be told apart, in print and by eyes that see little colour. */
const shades = 5;

/**
 * The least count of each shade, ascending and each larger than the one before: the wards that have any are spread over the
 * shades as evenly as their counts allow.
 */
export function breaksOf(counts: number[]): number[] {
  const sorted = counts.filter((it) => it > 0).sort((a, b) => a - b);
  const wanted = Array.from({ length: shades }, (_, shade) => sorted[Math.floor((shade * sorted.length) / shades)]);
  return [...new Set(wanted.filter((it) => it !== undefined))];
}

/** 0 for none, else the number of the shade, from 1 on. */
export function shadeOf(count: number, breaks: number[]): number {
  return count === 0 ? 0 : breaks.filter((it) => it <= count).length;
}
