import type { RoutingReplay } from '../../../api/types';
import { day, number } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';

/** From where to where, how many, and the newest of them. */
export function ReplayResult({ replay }: { replay: RoutingReplay }) {
  const period = { from: day(replay.from), until: day(replay.until) };
  return (
    <section className="stack" aria-label={ta('rule.result')}>
      <Announcement tone={replay.moved > 0 ? 'warn' : 'ok'} role="status">
        <p>
          <strong>{ta('rule.moved', { moved: number(replay.moved), considered: number(replay.considered) })}</strong>
        </p>
        <p className="small">{ta('rule.considered', { ...period, on: day(replay.on) })}</p>
        {replay.truncated && <p className="small">{ta('rule.truncated', { bound: number(replay.bound) })}</p>}
      </Announcement>
      {replay.shifts.map((shift) => (
        <div className="rule-shift" key={`${shift.from?.code} ${shift.to?.code}`}>
          <h3>
            {ta('rule.shift', {
              count: number(shift.count),
              from: shift.from?.name ?? ta('rule.to.verifier'),
              to: shift.to?.name ?? ta('rule.to.verifier'),
            })}
          </h3>
          <ul className="small">
            {shift.examples.map((it) => (
              <li key={it.trackingCode}>
                <strong>{it.trackingCode}</strong>
                {` · ${[it.service.name, it.kelurahan?.name, day(it.submittedAt)].filter(Boolean).join(' · ')}`}
                <span className="muted" lang="id">
                  {` ${it.reason}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
