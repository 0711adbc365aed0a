import { useCallback, useEffect } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { TrackedReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { FiveSteps } from '../../domain/FiveSteps';
import { forgetReport, keepReport } from '../../domain/keptReports';
import { PromiseCard } from '../../domain/PromiseCard';
import { PushSwitch } from '../../domain/PushSwitch';
import { StatusBadge } from '../../domain/StatusBadge';
import { proofPath } from '../../domain/trackingLink';
import { dateTime, day, weekday } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { RelatedReports } from './RelatedReports';
import { ReporterMoves } from './ReporterMoves';
import { ReporterRating } from './ReporterRating';
import { Timeline } from './Timeline';
import { TrackedPhotos } from './TrackedPhotos';
import { TrackForm } from './TrackForm';
import './track.css';

/** One report as its reporter sees it; code and secret together open it. */
export function TrackedReportView({ code, secret }: { code: string; secret: string }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/tracking/{trackingCode}', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
          signal,
        }),
      ),
    [code, secret],
  );
  const { data: report, problem, reload } = useResource(load);
  const isUnknown = problem instanceof ApiProblem && problem.status === 404;

  useEffect(() => {
    if (report) keepReport({ code, secret, service: report.service.name });
    if (isUnknown) forgetReport(code);
  }, [report, isUnknown, code, secret]);

  if (isUnknown) return <UnknownReport code={code} />;
  if (!report && problem !== undefined) return <Failure problem={problem} onRetry={reload} />;
  if (!report) return <Skeleton shape="card" count={4} />;
  return (
    <article className="stack-large">
      <header className="stack">
        <p className="muted">{report.trackingCode}</p>
        <Heading title={report.service.name} />
        <StatusBadge status={report.status} />
      </header>
      <RelatedReports report={report} secret={secret} />
      <FiveSteps step={report.step} isClosed={report.status === 'closed'} />
      <Commitment report={report} />
      <PushSwitch code={code} secret={secret} />
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      <ReporterMoves report={report} secret={secret} onChanged={reload} />
      <ReporterRating report={report} secret={secret} onChanged={reload} />
      <section className="stack">
        <h2>{t('track.timeline')}</h2>
        <Timeline entries={report.timeline} />
      </section>
      <TrackedPhotos report={report} secret={secret} />
      <section className="stack">
        <h2>{t('track.yourWords')}</h2>
        <p className="prose">{report.description}</p>
        <p className="muted">
          {[report.kelurahan && t('place.ward', { name: report.kelurahan.name }), report.address]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p className="small muted">{t('track.submittedAt', { at: dateTime(report.submittedAt) })}</p>
      </section>
      <p>
        <Link href={proofPath(code, secret)}>{t('track.proof')}</Link>
      </p>
    </article>
  );
}

/** The planned day, else the promise as the server words it, else how the report ended; and why this agency. */
function Commitment({ report }: { report: TrackedReport }) {
  const agency = report.agency?.name ?? t('track.verifiers');
  const ending = (report.outcome && lookUp(`outcome.${report.outcome}`)) ?? t('track.noDue');
  const plan =
    report.status === 'planned' && report.plannedFor
      ? t('track.plannedFor', { agency, day: weekday(report.plannedFor) })
      : null;
  return (
    <PromiseCard text={plan ?? report.dueReason ?? ending} isRunning={report.dueReason !== null}>
      {report.handedOverTo && (
        <p>
          {t('track.handedOver', { name: report.handedOverTo.name, day: day(report.handedOverTo.at) })}
          {report.handedOverTo.reference && (
            <> {t('track.handedOverReference', { reference: report.handedOverTo.reference })}</>
          )}
        </p>
      )}
      {report.reopenUntil && <p className="small">{t('track.reopenUntil', { day: day(report.reopenUntil) })}</p>}
      <details>
        <summary>{t('track.why', { agency })}</summary>
        <p className="small">{report.routing.reason}</p>
      </details>
    </PromiseCard>
  );
}

function UnknownReport({ code }: { code: string }) {
  return (
    <div className="stack">
      <Heading title={t('track.unknownTitle')} />
      <Notice tone="warn" role="alert">
        <p>{t('track.unknownText')}</p>
      </Notice>
      <TrackForm code={code} />
    </div>
  );
}
