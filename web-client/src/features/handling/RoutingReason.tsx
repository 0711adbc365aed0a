import type { ReportDetail } from '../../api/types';
import { dateTime } from '../../i18n/format';
import { t } from '../../i18n/t';

/** "Mengapa ke unit ini?": the rule, what it looked at, and the agency that came second. */
export function RoutingReason({ report }: { report: ReportDetail }) {
  const { routing } = report;
  const { service, kelurahan, borderMetres, placeConfirmed, answers } = routing.inputs;
  return (
    <section className="stack">
      <h2>{t('handling.why')}</h2>
      <p>
        <strong>{routing.agency?.name ?? t('handling.noAgency')}</strong>
      </p>
      <p className="small" lang={routing.reasonEn ? undefined : 'id'}>
        {routing.reason}
      </p>
      {routing.runnerUp && (
        <p className="small muted">
          {t('handling.runnerUp', { agency: routing.runnerUp.agency.name, reason: routing.runnerUp.reason })}
        </p>
      )}
      <details>
        <summary>{t('handling.whyInputs')}</summary>
        <dl className="facts small">
          <Fact label={t('handling.rule')} text={routing.rule} />
          <Fact label={t('queue.service')} text={service.name} />
          {kelurahan && <Fact label={t('queue.kelurahan')} text={kelurahan.name} />}
          {borderMetres !== null && (
            <Fact
              label={t('handling.border')}
              text={t(placeConfirmed ? 'handling.borderConfirmed' : 'handling.borderMetres', {
                metres: Math.round(borderMetres),
              })}
            />
          )}
          {answers.map((it) => (
            <Fact key={it.code} label={it.text} text={it.value} />
          ))}
          <Fact label={t('handling.decidedAt')} text={dateTime(routing.decidedAt)} />
        </dl>
      </details>
    </section>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}
