import { useMay } from '../../api/account';
import { Acts, Readings, Views } from '../../features/accessLog/AccessLog';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import './outboxPage.css';

/** The logs of personal data, for whoever watches over them. */
export function AccessLogPage() {
  const may = useMay('readAuditLog');
  return (
    <div className="outbox-page">
      <header className="stack">
        <Heading title={t('accessLog.title')} />
        {may ? (
          <p className="muted">{t('accessLog.lead')}</p>
        ) : (
          <Notice tone="err">
            <p>{t('problem.permission_required')}</p>
          </Notice>
        )}
      </header>
      {may && <Readings />}
      {may && <Acts />}
      {may && <Views />}
    </div>
  );
}
