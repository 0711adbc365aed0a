import { useState } from 'react';
import type { QueueItem, ReportDetail } from '../../../api/types';
import { t } from '../../../i18n/t';
import { Dialog } from '../../../ui/Dialog';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { ActForm } from '../ActForm';
import { actsOf } from '../acts';
import { emptyAnswer } from '../useAnswerDraft';
import { useReport } from '../useReport';
import { BatchOutcomes } from './BatchOutcomes';
import { useBatch } from './useBatch';

interface BulkDialogProps {
  /** At least one. */
  items: QueueItem[];
  /** `left`: those that were refused, which stay ticked. */
  onClose: (left?: QueueItem[]) => void;
}

/** One act for many reports. What may be done is asked of the first; what is not open to another is told for that one alone. */
export function BulkDialog({ items, onClose }: BulkDialogProps) {
  const first = useReport(items[0]?.id ?? '');
  const batch = useBatch(items);
  const refused = batch.data?.items.filter((it) => it.problem).map((it) => it.id) ?? [];
  const close = () => onClose(batch.isSuccess ? items.filter((it) => refused.includes(it.id)) : undefined);
  return (
    <Dialog title={t('bulk.title', { count: items.length })} close={t('dialog.close')} onClose={close}>
      {batch.isSuccess ? (
        <BatchOutcomes items={items} outcomes={batch.data.items} onClose={close} />
      ) : (
        <>
          {first.isError && <Failure problem={first.error} onRetry={() => void first.refetch()} />}
          {first.isPending && <Skeleton shape="card" count={2} />}
          {first.data && <BulkActs report={first.data} batch={batch} />}
        </>
      )}
    </Dialog>
  );
}

function BulkActs({ report, batch }: { report: ReportDetail; batch: ReturnType<typeof useBatch> }) {
  const [chosen, setChosen] = useState<string>();
  const [draft, setDraft] = useState(emptyAnswer);
  // a photo proves one piece of work, and what is split is split by hand
  const acts = actsOf(report).filter(
    (it) => it.kind !== 'split' && !(it.kind === 'move' && it.move.demands.includes('photo')),
  );
  const act = acts.find((it) => it.id === chosen);
  return (
    <>
      <p className="small muted">{t('bulk.explanation')}</p>
      <div className="row">
        {acts.map((it) => (
          <button
            key={it.id}
            type="button"
            className="button quiet compact"
            aria-expanded={it.id === chosen}
            onClick={() => setChosen(it.id === chosen ? undefined : it.id)}
          >
            {it.text}
          </button>
        ))}
      </div>
      {acts.length === 0 && <p>{t('handling.nothing')}</p>}
      {act && (
        <ActForm
          key={act.id}
          act={act}
          report={report}
          draft={draft}
          update={(change) => setDraft((before) => ({ ...before, ...change }))}
          isBusy={batch.isPending}
          problem={batch.error}
          onSubmit={(change) => batch.mutate(change)}
        />
      )}
    </>
  );
}
