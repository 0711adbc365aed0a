import { useState } from 'react';
import { Link } from 'wouter';
import type { ReportDetail, SimilarReport } from '../../../api/types';
import { StatusBadge } from '../../../domain/StatusBadge';
import { percent, relative } from '../../../i18n/format';
import { t } from '../../../i18n/t';
import type { Changing } from '../useChange';
import { likeness } from './likeness';
import { MergeConfirmation } from './MergeConfirmation';

interface SimilarItemProps {
  similar: SimilarReport;
  report: ReportDetail;
  relating: Changing;
  onReject: () => void;
}

/** One report that may tell of the same matter, why so, and what to do about it. */
export function SimilarItem({ similar, report, relating, onReject }: SimilarItemProps) {
  const [isMerging, setMerging] = useState(false);
  const { report: other } = similar;
  return (
    <li className="similar">
      <p className="row">
        <Link href={`/laporan/${other.id}`}>{other.trackingCode}</Link>
        <StatusBadge status={other.status} />
      </p>
      <p className="small muted">
        {[other.service.name, other.agency?.name, relative(similar.submittedAt)].filter(Boolean).join(' · ')}
      </p>
      <p className="small similar-words">{similar.description}</p>
      <p className="small">
        <strong>{t('similar.score', { share: percent(similar.score) })}</strong>: {likeness(similar.parts).join(', ')}
        {similar.supports > 0 && <>; {t('support.count', { count: similar.supports })}</>}
      </p>
      {report.mayNote && !isMerging && (
        <div className="row">
          <button type="button" className="button quiet compact" onClick={() => setMerging(true)}>
            {t('merge.begin', { code: other.trackingCode })}
          </button>
          <button type="button" className="text-button" onClick={onReject}>
            {t('similar.reject')}
            <span className="visually-hidden"> {other.trackingCode}</span>
          </button>
        </div>
      )}
      {isMerging && (
        <MergeConfirmation report={report} other={other} relating={relating} onCancel={() => setMerging(false)} />
      )}
    </li>
  );
}
