import { Link } from 'wouter';
import { problemText } from '../../../api/ApiProblem';
import type { ReportDetail } from '../../../api/types';
import { isOpen, statusText } from '../../../domain/status';
import { t } from '../../../i18n/t';
import { Announcement } from '../../../ui/Announcement';
import { FieldProblem } from '../../../ui/Field';
import { Notice } from '../../../ui/Notice';
import type { Changing } from '../useChange';

interface MergedNoticeProps {
  report: ReportDetail;
  relating: Changing;
}

/** That another report is handled in place of this one, and the way to take that back. */
export function MergedNotice({ report, relating }: MergedNoticeProps) {
  const { mergedInto: survivor } = report.relations;
  const act = relating.variables?.kind;
  if (!survivor)
    return act === 'separate' && relating.isSuccess ? (
      <Announcement tone="ok" role="status">
        <p>{t('merge.separated')}</p>
      </Announcement>
    ) : null;

  const Frame = act === 'merge' && relating.isSuccess ? Announcement : Notice;
  return (
    <Frame tone="info" icon="route" role="status">
      <p>
        {t('merge.into', { status: statusText(survivor.status) })}{' '}
        <Link href={`/laporan/${survivor.id}`}>{survivor.trackingCode}</Link>
      </p>
      {report.mayNote && isOpen(report.status) && (
        <button
          type="button"
          className="text-button"
          aria-disabled={relating.isPending}
          onClick={() => relating.isPending || relating.mutate({ kind: 'separate' })}
        >
          {t('merge.separate')}
        </button>
      )}
      {act === 'separate' && relating.isError && <FieldProblem>{problemText(relating.error)}</FieldProblem>}
    </Frame>
  );
}
