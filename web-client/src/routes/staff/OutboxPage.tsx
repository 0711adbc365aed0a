import { useMay } from '../../api/account';
import { DeadEvents } from '../../features/outbox/DeadEvents';
import { Notifications } from '../../features/outbox/Notifications';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import './outboxPage.css';

/** What the program had to tell and whether it could: seen even where no way to send it is configured. */
export function OutboxPage() {
  const may = useMay('manageReferenceData');
  return (
    <div className="outbox-page">
      <header className="stack">
        <Heading title={t('outbox.title')} />
        {may ? (
          <p className="muted">{t('outbox.lead')}</p>
        ) : (
          <Notice tone="err">
            <p>{t('problem.permission_required')}</p>
          </Notice>
        )}
      </header>
      {may && <Notifications />}
      {may && <DeadEvents />}
    </div>
  );
}
