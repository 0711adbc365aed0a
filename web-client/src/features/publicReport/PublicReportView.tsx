import { useCallback } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { PublicReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { FiveSteps } from '../../domain/FiveSteps';
import { PromiseCard } from '../../domain/PromiseCard';
import { PushSwitch } from '../../domain/PushSwitch';
import { StatusBadge } from '../../domain/StatusBadge';
import { SupportButton } from '../../domain/SupportButton';
import { isOpen } from '../../domain/status';
import { publicPath } from '../../domain/trackingLink';
import { useSupport } from '../../domain/useSupport';
import { day, weekday } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { LinkActions } from '../../ui/LinkActions';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { WardSketch } from './WardSketch';
import './publicReport.css';

/** One report as everybody may see it: no words of its reporter, no photos. */
export function PublicReportView({ id }: { id: string }) {
  const load = useCallback(
    (signal: AbortSignal) => unwrap(api.GET('/api/v1/public/reports/{id}', { params: { path: { id } }, signal })),
    [id],
  );
  const { data: report, problem, reload } = useResource(load);
  const isUnknown = problem instanceof ApiProblem && [400, 404].includes(problem.status);

  if (report) return <Shown report={report} />;
  if (isUnknown)
    return (
      <div className="stack">
        <Heading title={t('public.unknownTitle')} />
        <Notice tone="warn">
          <p>{t('public.unknownText')}</p>
        </Notice>
      </div>
    );
  return problem === undefined ? <Skeleton shape="card" count={3} /> : <Failure problem={problem} onRetry={reload} />;
}

function Shown({ report }: { report: PublicReport }) {
  const support = useSupport(report);
  return (
    <article className="stack-large">
      <header className="stack">
        <p className="muted">{t('public.submitted', { day: day(report.submittedAt) })}</p>
        <Heading title={report.service.name} />
        <StatusBadge status={report.status} />
      </header>
      <FiveSteps step={report.step} isClosed={report.status === 'closed'} />
      <Commitment report={report} />
      {isOpen(report.status) || support.isSupported ? (
        <SupportButton support={support} />
      ) : (
        report.supports > 0 && <p>{t('support.count', { count: report.supports })}</p>
      )}
      <PushSwitch told={{ reportId: report.id }} />
      {report.kelurahan && (
        <section className="stack">
          <h2>{t('place.ward', { name: report.kelurahan.name })}</h2>
          <WardSketch ward={report.kelurahan} point={report.location} />
        </section>
      )}
      <LinkActions link={`${location.origin}${publicPath(report.id)}`} title={report.service.name} />
    </article>
  );
}

/** Who acts by when, else how it ended, and who took over what is not the city's. */
function Commitment({ report }: { report: PublicReport }) {
  const agency = report.agency?.name ?? t('track.verifiers');
  const ending = (report.outcome && lookUp(`outcome.${report.outcome}`)) ?? t('track.noDue');
  const { dueAt, handedOverTo, handedOverNumber, handedOverUntil } = report;
  const promise = dueAt
    ? t('public.due', { agency, day: weekday(dueAt) })
    : handedOverTo && handedOverUntil && t('public.due', { agency: handedOverTo, day: weekday(handedOverUntil) });
  return (
    <PromiseCard text={promise || ending} isRunning={Boolean(promise)}>
      {handedOverTo && (
        <p>
          {t('public.handedOver', { name: handedOverTo })}
          {handedOverNumber && <>. {t('public.handedOverNumber', { number: handedOverNumber })}</>}
        </p>
      )}
    </PromiseCard>
  );
}
