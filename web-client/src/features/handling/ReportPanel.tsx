import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { useMay } from '../../api/account';
import { useNews } from '../../api/live';
import type { ReportDetail } from '../../api/types';
import { GivenRating } from '../../domain/GivenRating';
import { LazyReportRides } from '../../domain/rides/lazyRides';
import { StatusBadge } from '../../domain/StatusBadge';
import { WorkFollowed } from '../../domain/WorkFollowed';
import { dateTime } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { Actions } from './Actions';
import { Deadline } from './Deadline';
import { MergedNotice } from './duplicates/MergedNotice';
import { RelatedReports } from './duplicates/RelatedReports';
import { SimilarReports } from './duplicates/SimilarReports';
import { HandOver } from './HandOver';
import { History } from './History';
import { ReportDocuments } from './ReportDocuments';
import { ReportPhotos } from './ReportPhotos';
import { RoutingReason } from './RoutingReason';
import { type Change, useChange } from './useChange';
import { useReport } from './useReport';
import './acts.css';
import './handling.css';

interface ReportPanelProps {
  id: string;
  onTriage?: ((report: ReportDetail, change: Change) => void) | undefined;
}

/** One report on the officer's desk. */
export function ReportPanel({ id, onTriage }: ReportPanelProps) {
  const { data: report, error, isError, refetch } = useReport(id);
  const panel = useRef<HTMLElement>(null);
  /** A version that exists and is not on the screen. */
  const [newer, setNewer] = useState(0);
  const show = () => void refetch();
  // the column keeps its place from one report to the next; a report begins at its head
  useEffect(() => panel.current?.parentElement?.scrollTo(0, 0), []);
  useNews((news) => {
    if (news.kind !== 'everything' && news.id !== id) return;
    if (news.kind === 'report' && report && news.version <= report.version) return;
    // nothing moves under the hands of somebody who is writing
    if (!panel.current?.querySelector('form')) show();
    else if (news.kind === 'report') setNewer(news.version);
  });
  const search = useSearch();
  // it was here: handed on, it is out of this officer's sight
  const hasLeft = report && error instanceof ApiProblem && error.status === 404;
  return (
    <article className="report-panel" ref={panel}>
      <Link href={`/${search && `?${search}`}`} className="text-button report-panel-back">
        <Icon name="back" />
        {t('handling.back')}
      </Link>
      {isError && !report && (
        <div className="stack">
          <Heading title={t('handling.notShown')} />
          <Failure problem={error} onRetry={() => void refetch()} />
        </div>
      )}
      {!isError && !report && <Skeleton shape="card" count={4} />}
      {hasLeft && (
        <Announcement tone="info" role="status">
          <p>{t('handling.left')}</p>
        </Announcement>
      )}
      <div className="report-news" role="status">
        {report && newer > report.version && !hasLeft && (
          <Notice tone="info">
            <p>
              {t('handling.changedMeanwhile')}{' '}
              <button type="button" className="text-button" onClick={show}>
                {t('handling.showChange')}
              </button>
            </p>
          </Notice>
        )}
      </div>
      {report && !hasLeft && <Desk report={report} onTriage={onTriage} />}
    </article>
  );
}

function Desk({ report, onTriage }: { report: ReportDetail; onTriage: ReportPanelProps['onTriage'] }) {
  const relating = useChange(report);
  return (
    <>
      <header className="stack">
        <div className="row">
          <StatusBadge status={report.status} />
          {report.confidential && <Mark text={t('handling.confidential')} />}
          {report.anonymous && <Mark text={t('handling.anonymous')} />}
          <span className="muted small">{report.trackingCode}</span>
        </div>
        <Heading title={report.service.name} />
        <p className="muted">{placeLine(report)}</p>
      </header>
      <div className="desk">
        <div className="stack-large">
          <MergedNotice report={report} relating={relating} />
          <section className="stack">
            <h2>{t('handling.words')}</h2>
            <p className="prose">{report.description}</p>
            <Answers report={report} />
            <p className="small muted">
              {t('handling.submitted', {
                at: dateTime(report.submittedAt),
                channel: lookUp(`channel.${report.channel}`) ?? report.channel,
              })}
            </p>
          </section>
          <ReportPhotos report={report} />
          <ReportDocuments report={report} />
          {report.rating && (
            <section className="stack">
              <h2>{t('handling.rating')}</h2>
              <GivenRating rating={report.rating} />
            </section>
          )}
          <Actions key={report.id} report={report} onTriage={onTriage} />
        </div>
        <aside className="stack-large">
          {report.work && <WorkFollowed work={report.work} href={`/petugas/merata/${report.work.id}`} />}
          <HandOver report={report} />
          <Deadline report={report} />
          <Rides report={report} />
          <RelatedReports report={report} />
          <SimilarReports report={report} relating={relating} />
          <RoutingReason report={report} />
          <History entries={report.history} />
        </aside>
      </div>
    </>
  );
}

/** Cars of Mobmas for whoever reported; an anonymous reporter is not asked for a name and a number. */
function Rides({ report }: { report: ReportDetail }) {
  const [takesCalls, triages, keepsCars] = [useMay('takeCalls'), useMay('triageReports'), useMay('handleCars')];
  const mayAsk = (takesCalls || triages || keepsCars) && !report.anonymous;
  if (!mayAsk && report.cars.length === 0) return null;
  return (
    <Suspense fallback={<Skeleton shape="card" />}>
      <LazyReportRides rides={report.cars} askHref={mayAsk ? `/mobil/minta?laporan=${report.id}` : undefined} />
    </Suspense>
  );
}

function Mark({ text }: { text: string }) {
  return (
    <span className="badge plain">
      <Icon name="lock" />
      {text}
    </span>
  );
}

function Answers({ report }: { report: ReportDetail }) {
  if (report.answers.length === 0) return null;
  return (
    <dl className="facts">
      {report.answers.map((it) => (
        <div key={it.code}>
          <dt>{it.text}</dt>
          <dd>{it.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function placeLine(report: ReportDetail): string {
  const ward = report.kelurahan && t('place.ward', { name: report.kelurahan.name });
  const district = report.kecamatan && t('place.district', { name: report.kecamatan.name });
  return [report.address, ward, district].filter(Boolean).join(', ');
}
