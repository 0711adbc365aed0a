import type { ReportDetail } from '../../api/types';
import { dateTime, weekday } from '../../i18n/format';
import { t } from '../../i18n/t';

/** When it is due and how that day came about, line by line as the server computed it. */
export function Deadline({ report }: { report: ReportDetail }) {
  const { deadline } = report;
  if (!deadline) return null;
  return (
    <section className="stack">
      <h2>{t('handling.deadline')}</h2>
      <p className={deadline.overdue ? 'deadline is-overdue' : 'deadline'}>
        {weekday(deadline.dueAt)}
        {deadline.overdue && ` (${t('handling.overdue')})`}
      </p>
      <details>
        <summary>{t('handling.arithmetic')}</summary>
        <ol className="deadline-lines small">
          {deadline.lines.map((line) => (
            <li key={line.text}>
              {line.text} {line.at && <span className="muted">{dateTime(line.at)}</span>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
