import { ReportPanel } from '../../features/handling/ReportPanel';
import { Queue } from '../../features/queue/Queue';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import './workbench.css';

/** Queue and report beside each other; on a narrow screen one at a time. */
export function WorkbenchPage({ id }: { id?: string | undefined }) {
  return (
    <div className={id ? 'workbench has-report' : 'workbench'}>
      <div className="workbench-queue">
        {!id && (
          <div className="visually-hidden">
            <Heading title={t('queue.title')} />
          </div>
        )}
        <Queue selected={id} />
      </div>
      <div className="workbench-report">
        {id ? (
          <ReportPanel key={id} id={id} />
        ) : (
          <p className="workbench-empty muted">
            <Icon name="inbox" />
            {t('handling.choose')}
          </p>
        )}
      </div>
    </div>
  );
}
