import type { IndicatorFigure } from '../api/types';
import { few, number } from '../i18n/format';
import { language } from '../i18n/t';
import { ti } from '../i18n/ti';
import type { IconName } from '../ui/Icon';

type Verdict = NonNullable<IndicatorFigure['verdict']>;

export const indicatorGroups: IndicatorFigure['group'][] = ['conformity', 'deviation', 'benefit'];

/** How a verdict looks; its words tell the same without colour. */
export const verdictLooks: Record<Verdict, { tone: string; icon: IconName }> = {
  met: { tone: 'ok', icon: 'check' },
  near: { tone: 'warn', icon: 'warning' },
  missed: { tone: 'err', icon: 'close' },
};

export const indicatorName = (it: IndicatorFigure) => (language === 'en' && it.nameEn) || it.name;

export const indicatorDefinition = (it: IndicatorFigure) => (language === 'en' && it.definitionEn) || it.definition;

/** "85,7%" of a share in hundredths, "4,2" of an average. */
function inUnit(value: number, unit: IndicatorFigure['unit']): string {
  return unit === 'percent' ? `${few(value)}%` : few(value);
}

/** The value, or why there is none. */
export function valueText({ value, unit, suppressed }: IndicatorFigure): string {
  return value !== null ? inUnit(value, unit) : ti(suppressed ? 'indicator.suppressed' : 'indicator.none');
}

export function targetText({ aim, target, unit }: IndicatorFigure): string {
  return ti(`indicator.target.${aim}`, { target: inUnit(target, unit) });
}

/** "12 dari 14 pekerjaan yang diperiksa"; nothing where it would give away what is suppressed, or says nothing. */
export function countedText({ counted, of, unit, denominator }: IndicatorFigure): string | undefined {
  if (counted === null || of === 0) return undefined;
  // rupiah() would become a part of every page, were it asked from here too
  const sign = denominator === 'plannedMoney' || denominator === 'realisedMoney' ? 'Rp' : '';
  return ti(unit === 'percent' ? 'indicator.share' : 'indicator.average', {
    counted: sign + number(counted),
    of: sign + number(of),
    unit: ti(`measureUnit.${denominator}`),
  });
}
