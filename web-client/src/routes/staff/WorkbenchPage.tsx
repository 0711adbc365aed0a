import { useCallback, useRef, useState } from 'react';
import { useMay } from '../../api/account';
import type { QueueItem, ReportDetail } from '../../api/types';
import { BulkDialog } from '../../features/handling/bulk/BulkDialog';
import { ReportPanel } from '../../features/handling/ReportPanel';
import { HeldActsBar } from '../../features/handling/triage/HeldActsBar';
import { useTriageMode } from '../../features/handling/triage/triageMode';
import { useHeldActs } from '../../features/handling/triage/useHeldActs';
import type { Change } from '../../features/handling/useChange';
import { Queue, type Steps } from '../../features/queue/Queue';
import { useSelection } from '../../features/queue/useSelection';
import { QueueMap } from '../../features/queueMap/QueueMap';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import './workbench.css';

/** Queue and report beside each other; on a narrow screen one at a time. */
export function WorkbenchPage({ id }: { id?: string | undefined }) {
  const selection = useSelection();
  const [items, setItems] = useState<QueueItem[]>([]);
  const [bulk, setBulk] = useState<QueueItem[]>();
  const steps = useRef<Steps>(null);
  const [isTriage] = useTriageMode();
  const acts = useHeldActs();
  const mayAct = [useMay('handleReports'), useMay('triageReports')].some(Boolean);

  const { hold } = acts;
  const triage = useCallback(
    (report: ReportDetail, change: Change) => {
      hold(report, change);
      steps.current?.next();
    },
    [hold],
  );

  return (
    <div className={id ? 'workbench has-report' : 'workbench'}>
      <div className="workbench-map">
        <QueueMap items={items} selected={id} />
      </div>
      <div className="workbench-queue">
        {!id && (
          <div className="visually-hidden">
            <Heading title={t('queue.title')} />
          </div>
        )}
        <Queue
          selected={id}
          selection={selection}
          onBulk={mayAct ? setBulk : undefined}
          onItems={setItems}
          steps={steps}
        />
      </div>
      <div className="workbench-report">
        {id ? (
          <ReportPanel key={id} id={id} onTriage={isTriage ? triage : undefined} />
        ) : (
          <p className="workbench-empty muted">
            <Icon name="inbox" />
            {t('handling.choose')}
          </p>
        )}
      </div>
      <HeldActsBar acts={acts} />
      {bulk && (
        <BulkDialog
          items={bulk}
          onClose={(left) => {
            setBulk(undefined);
            if (left) selection.all(left);
          }}
        />
      )}
    </div>
  );
}
