import type { WorkPlan } from '../api/types';
import { day, few } from '../i18n/format';
import { tw } from '../i18n/tw';
import { rupiah } from './rupiah';

/** Every plan that bound a work, newest first, with the reason of each change. */
export function WorkPlans({ plans }: { plans: WorkPlan[] }) {
  return (
    <ol className="work-plans" reversed>
      {plans.map((it) => (
        <li key={it.number} className="card">
          <p>
            <strong>{tw('work.planNumber', { number: it.number })}</strong>{' '}
            <span className="small muted">{[day(it.at), it.by].filter(Boolean).join(' · ')}</span>
          </p>
          <p>
            {[
              `${few(it.plan.volume)} ${it.plan.unit}`,
              rupiah(it.planned),
              tw('work.fromUntil', { from: dayOf(it.plan.startsOn), until: dayOf(it.plan.endsOn) }),
            ].join(' · ')}
          </p>
          {it.reason && <p className="work-reason">{tw('work.because', { reason: it.reason })}</p>}
        </li>
      ))}
    </ol>
  );
}

function dayOf(date: string): string {
  return day(`${date}T12:00:00+07:00`);
}
