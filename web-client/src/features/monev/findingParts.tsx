import { ApiProblem } from '../../api/ApiProblem';
import type { FindingItem, MonevReport } from '../../api/types';
import { day } from '../../i18n/format';
import { tn } from '../../i18n/tn';
import type { FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { Icon, type IconName } from '../../ui/Icon';
import { todayInKediri } from './monevChoice';

export const aspects: FindingItem['aspect'][] = ['volume', 'money', 'time', 'quality', 'papers', 'benefit'];
export const grades: FindingItem['grade'][] = ['none', 'minor', 'serious'];
export const states: FindingItem['state'][] = ['open', 'followedUp', 'closed'];

const gradeLooks: Record<FindingItem['grade'], { tone: string; icon: IconName }> = {
  none: { tone: 'ok', icon: 'check' },
  minor: { tone: 'warn', icon: 'info' },
  serious: { tone: 'err', icon: 'warning' },
};

/** How grave it is and where it stands; what is as planned stands nowhere. */
export function FindingMarks({ grade, state }: Pick<FindingItem, 'grade' | 'state'>) {
  const look = gradeLooks[grade];
  return (
    <p className="row">
      <span className={`badge ${look.tone}`}>
        <Icon name={look.icon} />
        {tn(`findingGrade.${grade}`)}
      </span>
      {grade !== 'none' && (
        <span className="badge plain">
          <Icon name={state === 'closed' ? 'check' : state === 'followedUp' ? 'pen' : 'clock'} />
          {tn(`findingState.${state}`)}
        </span>
      )}
    </p>
  );
}

type Clock = Pick<MonevReport['findings'][number], 'state' | 'followUpBy' | 'followedUpOn' | 'closedOn' | 'daysLate'>;

/** How long there is, or by how much it is late; of an answered one, when the answer came. */
export function Deadline({ finding, asOf = todayInKediri() }: { finding: Clock; asOf?: string }) {
  const { state, followUpBy, followedUpOn, closedOn, daysLate } = finding;
  const isLate = daysLate > 0;
  return (
    <span className={isLate && state !== 'closed' ? 'finding-late' : undefined}>
      <Icon name={isLate ? 'warning' : 'clock'} />
      {text()}
    </span>
  );

  function text(): string {
    if (state === 'closed' && closedOn) return tn('finding.closed', { day: onDay(closedOn) });
    if (followedUpOn)
      return isLate
        ? tn('finding.answeredLate', { day: onDay(followedUpOn), days: daysLate })
        : tn('finding.answered', { day: onDay(followedUpOn) });
    if (!followUpBy) return '–';
    if (isLate) return tn('finding.late', { days: daysLate, day: onDay(followUpBy) });
    const left = daysBetween(asOf, followUpBy);
    return left <= 0 ? tn('finding.lastDay') : tn('finding.left', { days: left, day: onDay(followUpBy) });
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** "29 November 2026" of "2026-11-29". */
export function onDay(date: string): string {
  return day(`${date}T12:00:00+07:00`);
}

/** What the server refuses, by field; somebody else's newer version is told in its own words. */
export function refusals(error: unknown, fallback: string): FieldError[] {
  if (!error) return [];
  return error instanceof ApiProblem && error.status === 412
    ? [{ field: fallback, text: tn('finding.stale') }]
    : fieldErrors(error, fallback).map((it) => (it.field === 'step' ? { ...it, field: fallback } : it));
}
