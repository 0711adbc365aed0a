import type { ReportDetail } from '../../api/types';
import { dateTime, weekday } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';
import { HandOverLinks } from './HandOverLinks';

/** Who was asked to take over what is not the city's, what they said to it, and how they are reached. */
export function HandOver({ report }: { report: ReportDetail }) {
  const { handedOverTo } = report;
  if (!handedOverTo) return null;
  const { answer } = handedOverTo;
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
      <Notice tone={tones[handedOverTo.state]} {...(answer ? {} : { icon: 'clock' as const })}>
        <p>{standing(handedOverTo)}</p>
        {answer && <p className="small">{t('handedOver.answeredBy', { name: answer.by, at: dateTime(answer.at) })}</p>}
      </Notice>
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
      <HandOverLinks id={handedOverTo.id} mayHandle={report.mayNote} />
    </section>
  );
}

type HandedOverTo = NonNullable<ReportDetail['handedOverTo']>;

const tones = { waiting: 'info', unanswered: 'warn', acknowledged: 'ok', declined: 'info' } as const;

function standing({ state, answerBy, answer }: HandedOverTo): string {
  if (answer?.expectedOn)
    return t('handedOver.state.acknowledged', { number: answer.number ?? '', day: weekday(answer.expectedOn) });
  const at = dateTime(answerBy);
  return t(state === 'unanswered' ? 'handedOver.state.unanswered' : 'handedOver.state.waiting', { at });
}
