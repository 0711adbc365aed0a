import type { RatingReason } from '../api/types';
import { lookUp } from '../i18n/t';

/** From "tidak puas" to "sangat puas". */
export const starScale = [1, 2, 3, 4, 5];

const praise: RatingReason[] = ['quick', 'goodWork', 'polite', 'wellInformed'];
const complaints: RatingReason[] = ['slow', 'notFixed', 'impolite', 'leftInTheDark'];

/** "puas" */
export function starsWord(stars: number): string {
  return lookUp(`stars.${stars}`) ?? '';
}

/** So few stars must be explained. */
export function isPoor(stars: number): boolean {
  return stars <= 2;
}

export function isGood(stars: number): boolean {
  return stars >= 4;
}

/** What may be said with so many stars: good ones praise, fewer tell what to mend. */
export function reasonsFor(stars: number): RatingReason[] {
  return isGood(stars) ? praise : complaints;
}
