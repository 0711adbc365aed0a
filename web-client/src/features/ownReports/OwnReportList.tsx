import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { OwnReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { keyHeaders, sessionEnd } from '../../domain/reportKey';
import { StatusBadge } from '../../domain/StatusBadge';
import { trackingPath } from '../../domain/trackingLink';
import { clock, day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { MoreButton } from '../../ui/MoreButton';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import './ownReports.css';

interface OwnReportListProps {
  session: string;
  onEnd: () => void;
}

/** All reports of the contact that was shown to be one's own, each a tap away. */
export function OwnReportList({ session, onEnd }: OwnReportListProps) {
  const load = useCallback(
    (signal: AbortSignal, after?: string) =>
      unwrap(
        api.GET('/api/v1/own-reports', {
          params: { query: { ...(after && { after }) } },
          headers: keyHeaders(session),
          signal,
        }),
      ),
    [session],
  );
  const first = useResource(load);
  const [more, setMore] = useState<{ items: OwnReport[]; next: string | null }>();
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const next = more ? more.next : first.data?.next;
  const failed = problem ?? first.problem;
  const isOver = failed instanceof ApiProblem && failed.status === 401;

  const loadMore = async () => {
    if (isLoading || !next) return;
    setLoading(true);
    setProblem(undefined);
    try {
      const page = await load(new AbortController().signal, next);
      setMore((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next ?? null }));
    } catch (cause) {
      setProblem(cause);
    } finally {
      setLoading(false);
    }
  };

  const end = () => {
    // what the server does not hear ends by itself within the hour
    void api.DELETE('/api/v1/own-reports/session', { headers: keyHeaders(session) }).catch(() => undefined);
    onEnd();
  };

  const reports = first.data && [...first.data.items, ...(more?.items ?? [])];
  return (
    <div className="stack-large">
      <div className="stack">
        <Heading title={t('own.title')} />
        <p className="muted">{t('own.listLead', { at: clock(sessionEnd()) })}</p>
        <button type="button" className="button quiet compact" onClick={end}>
          {t('own.end')}
        </button>
      </div>
      {isOver && (
        <Notice tone="warn" role="alert">
          <p>{t('problem.reporter_session_over')}</p>
          <button type="button" className="text-button" onClick={onEnd}>
            {t('own.askAgain')}
          </button>
        </Notice>
      )}
      {!isOver && failed !== undefined && <Failure problem={failed} onRetry={problem ? loadMore : first.reload} />}
      {!reports && failed === undefined && <Skeleton shape="card" count={3} />}
      {reports?.length === 0 && <p>{t('own.none')}</p>}
      {reports && reports.length > 0 && (
        <ul className="own-reports">
          {reports.map((report) => (
            <li key={report.trackingCode}>
              <Link href={trackingPath(report.trackingCode, session)}>
                <span>
                  <strong>{report.service.name}</strong>
                  <span className="muted small">
                    {[report.trackingCode, report.kelurahan?.name].filter(Boolean).join(', ')}
                  </span>
                  <span className="own-standing">
                    <StatusBadge status={report.status} />
                    <span className="small muted">
                      {report.dueAt
                        ? t('own.due', { day: day(report.dueAt) })
                        : t('own.sentAt', { day: day(report.submittedAt) })}
                    </span>
                  </span>
                </span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {next && <MoreButton isLoading={isLoading} onClick={loadMore} />}
      <p className="small muted">{t('own.without')}</p>
    </div>
  );
}
