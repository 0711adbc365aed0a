import type { ReportDetail } from '../../api/types';
import { statusText } from '../../domain/status';
import { dateTime } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

/** Everything that happened, newest first: who, when, what, and which words the reporter sees. */
export function History({ entries }: { entries: ReportDetail['history'] }) {
  return (
    <section className="stack">
      <h2>{t('handling.history')}</h2>
      <ol className="history">
        {entries.toReversed().map((entry) => (
          <li key={entry.sequence}>
            <h3>{lookUp(`event.${entry.type}`) ?? statusText(entry.status)}</h3>
            <p className="small muted">
              {[entry.actor, entry.agency?.name, dateTime(entry.at)].filter(Boolean).join(' · ')}
            </p>
            {entry.reason && <p className="small">{lookUp(`reason.${entry.reason}`) ?? entry.reason}</p>}
            {entry.publicNote && (
              <p className="history-note" lang={entry.publicNoteEn ? undefined : 'id'}>
                {entry.publicNote}
              </p>
            )}
            {entry.internalNote && (
              <p className="history-note internal">
                <Icon name="lock" />
                <span>
                  <span className="visually-hidden">{t('handling.internal')} </span>
                  {entry.internalNote}
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
