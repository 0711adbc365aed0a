import type { ReportProof } from '../../api/types';
import { statusText } from '../../domain/status';
import { dateTime, day } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';

/** Every row that was checked, and whether the city has signed for it. */
export function CheckedRows({ rows }: { rows: ReportProof['rows'] }) {
  return (
    <details className="checked-rows">
      <summary>{t('proof.rows', { count: rows.length })}</summary>
      <ol>
        {rows.map(({ row, inclusion }) => (
          <li key={row.sequence}>
            <strong>{lookUp(`event.${row.type}`) ?? statusText(row.status)}</strong>
            <p className="small muted">
              {dateTime(row.at)},{' '}
              {inclusion ? t('proof.rowSigned', { day: day(inclusion.date) }) : t('proof.rowUnsigned')}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
