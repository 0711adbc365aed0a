import type { Statistics } from '../../api/types';
import { number, shortDay, shortMonth } from '../../i18n/format';
import { t } from '../../i18n/t';

/** Columns of what came in, each split by how it was handled; the same as a table for who does not see them. */
export function Trend({ rows }: { rows: Statistics['rows'] }) {
  const most = Math.max(1, ...rows.map((it) => it.measures.received));
  return (
    <section className="stack" aria-labelledby="perjalanan">
      <h2 id="perjalanan">{t('stats.trend')}</h2>
      <ul className="trend-key small">
        <li className="is-in-time">{t('stats.trendKey')}</li>
        <li className="is-late">{t('stats.trendLate')}</li>
        <li className="is-rest">{t('stats.trendRest')}</li>
      </ul>
      <div className="trend" aria-hidden="true">
        {rows.map(({ key, measures }) => {
          const late = measures.late + measures.overdueOpen;
          const parts = [measures.received - measures.inTime - late, late, measures.inTime];
          return (
            <div key={key} className="trend-column" title={`${labelOf(key)}: ${number(measures.received)}`}>
              {['is-rest', 'is-late', 'is-in-time'].map((kind, i) => (
                <span key={kind} className={kind} style={{ blockSize: `${(100 * (parts[i] ?? 0)) / most}%` }} />
              ))}
            </div>
          );
        })}
      </div>
      <p className="trend-ends small muted" aria-hidden="true">
        <span>{rows[0] && labelOf(rows[0].key)}</span>
        <span>{rows.length > 1 && labelOf(rows[rows.length - 1]?.key ?? '')}</span>
      </p>
      <div className="visually-hidden">
        <table>
          <caption>{t('stats.trend')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('stats.when')}</th>
              <th scope="col">{t('stats.reports')}</th>
              <th scope="col">{t('stats.trendKey')}</th>
              <th scope="col">{t('stats.trendLate')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, measures }) => (
              <tr key={key}>
                <th scope="row">{labelOf(key)}</th>
                <td>{number(measures.received)}</td>
                <td>{number(measures.inTime)}</td>
                <td>{number(measures.late + measures.overdueOpen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A day, the Monday of a week, or a month. */
function labelOf(key: string): string {
  if (key.includes('W')) return shortDay(`${mondayOf(key)}T12:00:00Z`);
  return key.length === 7 ? shortMonth(`${key}-01T00:00:00Z`) : shortDay(`${key}T12:00:00Z`);
}

/** ISO 8601: the week with the first Thursday of a year is its first. */
export function mondayOf(week: string): string {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (number - 1) * 7 * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
}
