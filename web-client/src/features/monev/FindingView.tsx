import { Link } from 'wouter';
import type { FindingDetail } from '../../api/types';
import { dateTime, day } from '../../i18n/format';
import { tn } from '../../i18n/tn';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { FindingSteps } from './FindingSteps';
import { Deadline, FindingMarks, onDay } from './findingParts';
import { useFinding } from './useMonev';

/** One finding: what was found, whose it is and until when, what can be done now and what was done. */
export function FindingView({ id }: { id: string }) {
  const { data, error, refetch } = useFinding(id);
  return (
    <div className="stack-large">
      <Link href="/monev/temuan" className="text-button">
        <Icon name="back" />
        {tn('finding.toList')}
      </Link>
      {!data &&
        (error ? <Failure problem={error} onRetry={() => void refetch()} /> : <Skeleton shape="card" count={3} />)}
      {data && (
        <>
          <header className="stack">
            <FindingMarks grade={data.grade} state={data.state} />
            <h2>
              {tn(`findingAspect.${data.aspect}`)}: {data.workTitle}
            </h2>
            <p className="muted">{tn('finding.place', { ward: data.kelurahan.name, day: onDay(data.foundOn) })}</p>
          </header>
          <div className="work-columns">
            <div className="stack-large">
              <section className="stack" aria-labelledby="found">
                <h2 id="found">{tn('finding.description')}</h2>
                <p className="work-reason">{data.description}</p>
                <Facts finding={data} />
              </section>
              {data.grade !== 'none' && <FindingSteps finding={data} />}
            </div>
            <History finding={data} />
          </div>
        </>
      )}
    </div>
  );
}

function Facts({ finding }: { finding: FindingDetail }) {
  return (
    <dl className="work-facts">
      <div>
        <dt>{tn('finding.work')}</dt>
        <dd>
          <Link href={`/merata/${finding.workId}`}>{finding.workTitle}</Link>
        </dd>
      </div>
      {finding.grade !== 'none' && (
        <>
          <div>
            <dt>{tn('finding.clock')}</dt>
            <dd className="finding-clock">
              <Deadline finding={finding} />
            </dd>
          </div>
          <div>
            <dt>{tn('finding.reviewer')}</dt>
            <dd>
              {finding.atInspectorateSince
                ? tn('finding.inspectorateSince', { day: day(finding.atInspectorateSince) })
                : tn('finding.team')}
            </dd>
          </div>
        </>
      )}
    </dl>
  );
}

function History({ finding }: { finding: FindingDetail }) {
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{tn('finding.history')}</h2>
      <ol className="work-steps">
        {[...finding.history].reverse().map((it) => (
          <li key={it.version} className="is-done">
            <strong>{tn(`findingStep.${it.step}`, { grade: tn(`findingGrade.${it.grade}`) })}</strong>
            <p className="small muted">
              {[
                dateTime(it.at),
                it.by,
                it.followUpBy && it.state !== 'closed' && tn('finding.until', { day: onDay(it.followUpBy) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {it.note && <p className="work-reason">{it.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
