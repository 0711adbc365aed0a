import { Link } from 'wouter';
import { codeText } from '../../../api/ApiProblem';
import type { BatchItemOutcome, QueueItem } from '../../../api/types';
import { t } from '../../../i18n/t';
import { Announcement } from '../../../ui/Announcement';

interface BatchOutcomesProps {
  items: QueueItem[];
  outcomes: BatchItemOutcome[];
  onClose: () => void;
}

/** What became of each: the refused ones by name and with the reason. */
export function BatchOutcomes({ items, outcomes, onClose }: BatchOutcomesProps) {
  const refused = outcomes.filter((it) => it.problem);
  const done = outcomes.length - refused.length;
  return (
    <>
      <Announcement tone={refused.length > 0 ? 'warn' : 'ok'} role="status">
        <p>{t('bulk.done', { done, count: outcomes.length })}</p>
      </Announcement>
      {refused.length > 0 && (
        <>
          <h3>{t('bulk.refused', { count: refused.length })}</h3>
          <ul className="batch-refused">
            {refused.map(({ id, problem }) => (
              <li key={id}>
                <Link href={`/laporan/${id}${location.search}`} onClick={onClose}>
                  {items.find((it) => it.id === id)?.trackingCode ?? id}
                </Link>
                <span>{codeText(problem?.code ?? 'unknown')}</span>
              </li>
            ))}
          </ul>
          <p className="small muted">{t('bulk.stay')}</p>
        </>
      )}
      <button type="button" className="button" onClick={onClose}>
        {t('dialog.close')}
      </button>
    </>
  );
}
