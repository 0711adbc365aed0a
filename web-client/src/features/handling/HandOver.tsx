import type { ReportDetail } from '../../api/types';
import { dateTime } from '../../i18n/format';
import { t } from '../../i18n/t';

/** Who took over what is not the city's, and how to reach them about it. */
export function HandOver({ report }: { report: ReportDetail }) {
  const { handedOverTo } = report;
  if (!handedOverTo) return null;
  const facts = [
    { label: t('handling.handedOverContact'), text: handedOverTo.contact },
    { label: t('handling.handedOverReference'), text: handedOverTo.reference },
    { label: t('handling.handedOverNote'), text: handedOverTo.note },
  ].filter((it) => it.text);
  return (
    <section className="stack">
      <h2>{t('handling.handedOver')}</h2>
      <p>
        <strong>{handedOverTo.name}</strong>
      </p>
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map((it) => (
            <div key={it.label}>
              <dt>{it.label}</dt>
              <dd>{it.text}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small muted">
        {t('handling.handedOverBy', { name: handedOverTo.by, at: dateTime(handedOverTo.at) })}
      </p>
    </section>
  );
}
