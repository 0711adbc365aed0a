import { problemText } from '../../../api/ApiProblem';
import type { ReportDetail, ReportReference } from '../../../api/types';
import { t } from '../../../i18n/t';
import { Announcement } from '../../../ui/Announcement';
import { FieldProblem } from '../../../ui/Field';
import type { Changing } from '../useChange';

interface MergeConfirmationProps {
  report: ReportDetail;
  other: ReportReference;
  relating: Changing;
  onCancel: () => void;
}

/** What a merger does to both reports and their reporters, before it is done. */
export function MergeConfirmation({ report, other, relating, onCancel }: MergeConfirmationProps) {
  const { variables } = relating;
  const isMine = variables?.kind === 'merge' && variables.into.id === other.id;
  const names = { code: report.trackingCode, survivor: other.trackingCode };
  return (
    <Announcement tone="warn" role="alert">
      <h3>{t('merge.ask', names)}</h3>
      <ul className="consequences">
        <li>{t('merge.rests', names)}</li>
        <li>{t('merge.follows', names)}</li>
        <li>{t('merge.reversible')}</li>
      </ul>
      {isMine && relating.isError && <FieldProblem>{problemText(relating.error)}</FieldProblem>}
      <div className="row">
        <button
          type="button"
          className="button compact"
          aria-disabled={relating.isPending}
          onClick={() => relating.isPending || relating.mutate({ kind: 'merge', into: other })}
        >
          {t(relating.isPending ? 'report.sending' : 'merge.confirm')}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </Announcement>
  );
}
