import type { ReportDetail, Status } from '../../api/types';
import { dateTime, day, weekday } from '../../i18n/format';
import { type MessageKey, t } from '../../i18n/t';

/** What the date means while it is the reporter's turn; else it is the agency's deadline. */
const reportersTurn: Partial<Record<Status, MessageKey>> = {
  needsInformation: 'handling.waitsUntil',
  resolved: 'handling.confirmsUntil',
};

/** When it is due and how that day came about, line by line as the server computed it. */
export function Deadline({ report }: { report: ReportDetail }) {
  const { deadline } = report;
  if (!deadline) return null;
  const turn = reportersTurn[report.status];
  const isLate = deadline.overdue && !turn;
  return (
    <section className="stack">
      <h2>{t(turn ?? 'handling.deadline')}</h2>
      <p className={isLate ? 'deadline is-overdue' : 'deadline'}>
        {weekday(deadline.dueAt)}
        {isLate && ` (${t('handling.overdue')})`}
      </p>
      {report.status === 'resolved' && report.reopenUntil && (
        <p className="small muted">{t('handling.reopenUntil', { day: day(report.reopenUntil) })}</p>
      )}
      <details>
        <summary>{t('handling.arithmetic')}</summary>
        <ol className="deadline-lines small" lang="id">
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
