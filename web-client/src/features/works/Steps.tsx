import type { PublicWork } from '../../api/types';
import { workStages } from '../../domain/workStage';
import { day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';

/** Every step that was taken, forward and back, and those that lie ahead. */
export function Steps({ work }: { work: PublicWork }) {
  const ahead = work.stage === 'cancelled' ? [] : workStages.slice(workStages.indexOf(work.stage) + 1);
  return (
    <section className="stack" aria-labelledby="steps">
      <h2 id="steps">{tw('work.steps')}</h2>
      <ol className="work-steps">
        {work.stages.map((it, index) => (
          <li key={index} className="is-done">
            <strong>{t(`workStage.${it.stage}`)}</strong>
            <p className="small muted">{day(`${it.on}T12:00:00+07:00`)}</p>
            {it.reason && <p className="work-reason">{tw('work.because', { reason: it.reason })}</p>}
          </li>
        ))}
        {ahead.map((it) => (
          <li key={it} className="is-ahead">
            {t(`workStage.${it}`)} <span className="visually-hidden">({tw('work.ahead')})</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
