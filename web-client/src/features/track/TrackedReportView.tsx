import { Link } from 'wouter';
import type { TrackedReport } from '../../api/types';
import { FiveSteps } from '../../domain/FiveSteps';
import { PromiseCard } from '../../domain/PromiseCard';
import { PushSwitch } from '../../domain/PushSwitch';
import { isSession } from '../../domain/reportKey';
import { StatusBadge } from '../../domain/StatusBadge';
import { proofPath } from '../../domain/trackingLink';
import { WorkFollowed } from '../../domain/WorkFollowed';
import { dateTime, day, weekday } from '../../i18n/format';
import { language, lookUp, t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { OwnData } from './OwnData';
import { RelatedReports } from './RelatedReports';
import { ReporterMoves } from './ReporterMoves';
import { ReporterRating } from './ReporterRating';
import { Timeline } from './Timeline';
import { TrackedPhotos } from './TrackedPhotos';
import { TrackForm } from './TrackForm';
import { useTracked } from './useTracked';
import './track.css';

/** One report as its reporter sees it; code and secret together open it. */
export function TrackedReportView({ code, secret }: { code: string; secret: string }) {
  const { report, seenAt, problem, isUnknown, reload } = useTracked(code, secret);

  const byLink = isSession(secret);
  if (isUnknown) return <UnknownReport code={code} byLink={byLink} />;
  if (!report && problem !== undefined) return <Failure problem={problem} onRetry={reload} />;
  if (!report) return <Skeleton shape="card" count={4} />;
  return (
    <article className="stack-large">
      <header className="stack">
        <p className="muted">{report.trackingCode}</p>
        <Heading title={report.service.name} />
        <StatusBadge status={report.status} />
      </header>
      {seenAt !== undefined && (
        <Notice tone="warn" icon="offline" role="status">
          <p>{t('track.seenAt', { at: dateTime(new Date(seenAt).toISOString()) })}</p>
          <button type="button" className="text-button" onClick={reload}>
            {t('common.retry')}
          </button>
        </Notice>
      )}
      {seenAt === undefined && problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      <RelatedReports report={report} secret={secret} />
      <FiveSteps step={report.step} isClosed={report.status === 'closed'} />
      <Commitment report={report} />
      {report.work && (
        <WorkFollowed work={report.work} href={report.work.public ? `/pembangunan/${report.work.id}` : null} />
      )}
      {!byLink && <PushSwitch told={{ code, secret }} />}
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
      {byLink ? (
        <p className="small muted">{t('track.byLink')}</p>
      ) : (
        <OwnData code={code} secret={secret} onErased={reload} />
      )}
      <p className="row no-print">
        <Link href={proofPath(code, secret)}>{t('track.proof')}</Link>
        <button type="button" className="text-button" onClick={() => print()}>
          {t('track.print')}
        </button>
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
    <PromiseCard text={plan ?? dueText(report, agency) ?? ending} isRunning={report.dueReason !== null}>
      {report.handedOverTo && (
        <p>
          {t('track.handedOver', { name: report.handedOverTo.name, day: day(report.handedOverTo.at) })}
          {report.handedOverTo.reference && (
            <> {t('track.handedOverReference', { reference: report.handedOverTo.reference })}</>
          )}
          {report.handedOverTo.contact && (
            <> {t('track.handedOverContact', { contact: report.handedOverTo.contact })}</>
          )}
        </p>
      )}
      {report.reopenUntil && <p className="small">{t('track.reopenUntil', { day: day(report.reopenUntil) })}</p>}
      <details>
        <summary>{t('track.why', { agency })}</summary>
        <p className="small" lang={report.routing.reasonEn ? undefined : 'id'}>
          {report.routing.reason}
        </p>
      </details>
    </PromiseCard>
  );
}

/** The promise as the server words it; in English as far as this app can say it. */
function dueText({ dueReason, dueAt, handedOverTo }: TrackedReport, agency: string): string | null {
  if (language === 'en' && handedOverTo)
    return handedOverTo.expectedOn
      ? t('public.due', { agency: handedOverTo.name, day: weekday(handedOverTo.expectedOn) })
      : t('track.handedOverWaiting', { name: handedOverTo.name });
  return language === 'en' && dueAt && dueReason ? t('public.due', { agency, day: weekday(dueAt) }) : dueReason;
}

function UnknownReport({ code, byLink }: { code: string; byLink: boolean }) {
  return (
    <div className="stack">
      <Heading title={t('track.unknownTitle')} />
      <Notice tone="warn" role="alert">
        <p>{t(byLink ? 'track.sessionOver' : 'track.unknownText')}</p>
      </Notice>
      {byLink && <Link href="/laporan-saya">{t('own.askAgain')}</Link>}
      <TrackForm code={code} />
    </div>
  );
}
