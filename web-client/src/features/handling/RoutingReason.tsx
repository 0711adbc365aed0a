import type { ReportDetail } from '../../api/types';
import { t } from '../../i18n/t';

/** "Mengapa ke unit ini?": the rule, what it looked at, and the agency that came second. */
export function RoutingReason({ report }: { report: ReportDetail }) {
  const { routing } = report;
  return (
    <section className="stack">
      <h2>{t('handling.why')}</h2>
      <p>
        <strong>{routing.agency?.name ?? t('handling.noAgency')}</strong>
      </p>
      <p className="small">{routing.reason}</p>
      {routing.runnerUp && (
        <p className="small muted">
          {t('handling.runnerUp', { agency: routing.runnerUp.agency.name, reason: routing.runnerUp.reason })}
        </p>
      )}
    </section>
  );
}
