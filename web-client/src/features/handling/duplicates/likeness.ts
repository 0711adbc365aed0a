import type { SimilarReport } from '../../../api/types';
import { t } from '../../../i18n/t';

type Parts = SimilarReport['parts'];

// shares of common trigrams: below the first, two texts about anything have as much in common
const alike = 0.25;
const veryAlike = 0.6;

/** Why two reports may tell of the same matter: place, time, service and words, each in words. */
export function likeness(parts: Parts): string[] {
  return [
    placeText(parts.distanceMetres),
    timeText(parts.daysApart),
    t(`sameService.${parts.service}`),
    wordsText(parts.text),
  ];
}

function placeText(metres: number | null): string {
  return metres === null ? t('likeness.sameWard') : t('likeness.metres', { metres: Math.round(metres) });
}

function timeText(days: number): string {
  return days < 1 ? t('likeness.sameDay') : t('likeness.days', { days: Math.round(days) });
}

function wordsText(share: number): string {
  if (share >= veryAlike) return t('likeness.wordsVeryAlike');
  return t(share >= alike ? 'likeness.wordsAlike' : 'likeness.wordsDiffer');
}
