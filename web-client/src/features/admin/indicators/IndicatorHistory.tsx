import type { IndicatorEntry } from '../../../api/types';
import { language } from '../../../i18n/t';
import { ChangeRow, FieldChanges } from '../frame/ChangeList';
import { isSame } from '../frame/drafts';
import { valueText } from '../frame/fieldLooks';
import { HistoryFold } from '../frame/HistoryFold';
import { type IndicatorValues, indicatorLooks, valuesOf } from './indicatorValues';

/** What was asked from when on, and who said so, newest first. */
export function IndicatorHistory({ entry }: { entry: IndicatorEntry }) {
  const versions = [entry.current, ...entry.earlier];
  return (
    <HistoryFold>
      <ol>
        {versions.map((it, index) => {
          const before = versions[index + 1];
          return (
            <ChangeRow key={it.version} change={it}>
              <FieldChanges
                words="indicator"
                fields={changes(before && valuesOf(entry.code, before), valuesOf(entry.code, it))}
                tell={tell}
              />
            </ChangeRow>
          );
        })}
      </ol>
    </HistoryFold>
  );
}

/** Of the first version, all that it says. */
function changes(before: IndicatorValues | undefined, after: IndicatorValues) {
  return (Object.keys(indicatorLooks()) as (keyof IndicatorValues)[])
    .filter((it) => (before ? !isSame(before[it], after[it]) : after[it] !== '' && after[it] !== false))
    .map((field) => ({ field, before: before?.[field], after: after[field] }));
}

/** A value by the words that the form has for it. */
function tell(value: string | boolean | null | undefined, field: string): string {
  if ((field === 'target' || field === 'tolerance') && language === 'id') return String(value).replace('.', ',');
  const look = indicatorLooks()[field as keyof IndicatorValues];
  return (look.show as ((it: unknown) => string) | undefined)?.(value) ?? valueText(value);
}
