import { useState } from 'react';
import { Link } from 'wouter';
import type { PublicStatistics } from '../../api/types';
import { number, percent } from '../../i18n/format';
import { t } from '../../i18n/t';
import '../../ui/table.css';

type Row = PublicStatistics['all'] & { code: string; name: string; href?: string };

const shownAtFirst = 10;

interface TallyTableProps {
  title: string;
  /** What the rows are. */
  head: string;
  rows: Row[];
}

/** One row for each ward or group, those with most reports first. */
export function TallyTable({ title, head, rows }: TallyTableProps) {
  const [isWhole, setWhole] = useState(false);
  const sorted = [...rows].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'id'));
  const most = sorted[0]?.count ?? 1;
  const id = `tabel-${head.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="table tally">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('map.reports')}</th>
            <th scope="col">{t('map.open')}</th>
            <th scope="col">{t('stats.onTime')}</th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? sorted : sorted.slice(0, shownAtFirst)).map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.href ? <Link href={row.href}>{row.name}</Link> : row.name}
                <span className="bar" style={{ inlineSize: `${(100 * row.count) / most}%` }} />
              </th>
              <td>{number(row.count)}</td>
              <td>{number(row.open)}</td>
              <td>{row.onTimeShare === null ? '–' : percent(row.onTimeShare)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shownAtFirst && !isWhole && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {t('stats.showAll', { count: sorted.length })}
        </button>
      )}
    </section>
  );
}
