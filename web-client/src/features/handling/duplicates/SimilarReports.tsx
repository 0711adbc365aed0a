import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import { api, unwrap } from '../../../api/client';
import type { ReportDetail, SimilarReport } from '../../../api/types';
import { isOpen } from '../../../domain/status';
import { t } from '../../../i18n/t';
import { Announcement } from '../../../ui/Announcement';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import type { Changing } from '../useChange';
import { SimilarItem } from './SimilarItem';
import { similarKey, useRejection } from './useRejection';
import './duplicates.css';

interface SimilarReportsProps {
  report: ReportDetail;
  relating: Changing;
}

/** "Laporan serupa": open reports that may tell of the same matter, for as long as this one can be joined with another. */
export function SimilarReports({ report, relating }: SimilarReportsProps) {
  const isAlone = isOpen(report.status) && !report.relations.mergedInto;
  const similar = useQuery({
    queryKey: similarKey(report.id),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/reports/{id}/similar', { params: { path: { id: report.id } }, signal }))).items,
    enabled: isAlone,
  });
  const rejection = useRejection(report.id);
  const [rejected, setRejected] = useState<SimilarReport[]>([]);
  const isRejected = (it: SimilarReport) => rejected.some((other) => other.report.id === it.report.id);

  const judge = (other: SimilarReport, isRejected: boolean) =>
    rejection.mutate(
      { other, isRejected },
      {
        onSuccess: () =>
          setRejected((before) => [
            ...before.filter((it) => it.report.id !== other.report.id),
            ...(isRejected ? [other] : []),
          ]),
      },
    );

  if (!isAlone) return null;
  const open = similar.data?.filter((it) => !isRejected(it)) ?? [];
  return (
    <section className="stack no-print" aria-labelledby="laporan-serupa">
      <h2 id="laporan-serupa">{t('similar.title')}</h2>
      {similar.isPending && <Skeleton shape="card" />}
      {similar.isError && !similar.data && <Failure problem={similar.error} onRetry={() => void similar.refetch()} />}
      {rejection.isError && (
        <Announcement tone="err" role="alert">
          <p>{problemText(rejection.error)}</p>
        </Announcement>
      )}
      {rejected.map((it) => (
        <Announcement key={it.report.id} tone="ok" role="status">
          <p>{t('similar.rejected', { code: it.report.trackingCode })}</p>
          <button type="button" className="text-button" onClick={() => judge(it, false)}>
            {t('similar.restore')}
            <span className="visually-hidden"> {it.report.trackingCode}</span>
          </button>
        </Announcement>
      ))}
      {similar.data && open.length === 0 && <p className="small muted">{t('similar.none')}</p>}
      <ul className="similar-list">
        {open.map((it) => (
          <SimilarItem
            key={it.report.id}
            similar={it}
            report={report}
            relating={relating}
            onReject={() => judge(it, true)}
          />
        ))}
      </ul>
    </section>
  );
}
