import { useMay } from '../../api/account';
import { Acts, CallerReadings, CarReadings, Readings, Views } from '../../features/accessLog/AccessLog';
import { t } from '../../i18n/t';
import { tg } from '../../i18n/tg';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import './outboxPage.css';

// biome-ignore lint/performance/noBarrelFile: the words come with the page that needs them
export { loadLogMessages } from '../../i18n/tg';

/** The logs of personal data, for whoever watches over them. */
export function AccessLogPage() {
  const may = useMay('readAuditLog');
  return (
    <div className="outbox-page">
      <header className="stack">
        <Heading title={t('accessLog.title')} />
        {may ? (
          <p className="muted">{tg('accessLog.lead')}</p>
        ) : (
          <Notice tone="err">
            <p>{t('problem.permission_required')}</p>
          </Notice>
        )}
      </header>
      {may && (
        <div className="logs">
          <Readings />
          <CarReadings />
          <CallerReadings />
        </div>
      )}
      {may && (
        <div className="logs">
          <Acts />
          <Views />
        </div>
      )}
    </div>
  );
}
