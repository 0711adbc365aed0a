import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { unwrap } from '../../api/client';
import type { Statistics } from '../../api/types';
import { useResource } from '../../api/useResource';
import { duration, number, percent } from '../../i18n/format';
import { language, type MessageKey, t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { Skeleton } from '../../ui/Skeleton';
import type { FigureSource } from './sources';
import '../../ui/table.css';

const shownAtFirst = 10;

interface BreakdownProps {
  source: FigureSource;
  from: string;
}

/** The figures of each ward, group, unit or channel, those with most reports first. */
export function Breakdown({ source, from }: BreakdownProps) {
  const [by, setBy] = useState(source.parts[0] as FigureSource['parts'][number]);
  const load = useCallback((signal: AbortSignal) => unwrap(source.read({ by, from }, signal)), [source, by, from]);
  const { data, problem, reload } = useResource(load);
  return (
    <section className="stack" aria-labelledby="rincian">
      <h2 id="rincian">{t('stats.breakdown')}</h2>
      <SelectField
        id="menurut"
        label={t('stats.by')}
        value={by}
        onChange={(value) => setBy(value as typeof by)}
        options={source.parts.map((it) => ({ value: it, text: t(`stats.by.${it}` as MessageKey) }))}
      />
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      {data === undefined && problem === undefined && <Skeleton shape="line" count={10} />}
      {data && <Rows key={data.by} data={data} />}
    </section>
  );
}

function Rows({ data }: { data: Statistics }) {
  const [isWhole, setWhole] = useState(false);
  const most = Math.max(1, ...data.rows.map((it) => it.measures.received));
  return (
    <>
      <div className="scroll-aside">
        <table className="table tally">
          <thead>
            <tr>
              <th scope="col">{t(`stats.by.${data.by}` as MessageKey)}</th>
              <th scope="col">{t('map.reports')}</th>
              <th scope="col">{t('map.open')}</th>
              <th scope="col">{t('stats.onTime')}</th>
              <th scope="col">{t('stats.median')}</th>
            </tr>
          </thead>
          <tbody>
            {(isWhole ? data.rows : data.rows.slice(0, shownAtFirst)).map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Name by={data.by} row={row} />
                  <span className="bar" style={{ inlineSize: `${(100 * row.measures.received) / most}%` }} />
                </th>
                <td>{number(row.measures.received)}</td>
                <td>{number(row.measures.open)}</td>
                <td>{row.measures.onTimeShare === null ? '–' : percent(row.measures.onTimeShare)}</td>
                <td>{row.measures.resolution ? duration(row.measures.resolution.medianHours) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.rows.length > shownAtFirst && !isWhole && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {t('stats.showAll', { count: data.rows.length })}
        </button>
      )}
    </>
  );
}

function Name({ by, row }: { by: Statistics['by']; row: Statistics['rows'][number] }) {
  const name =
    by === 'channel' ? t(`stats.channel.${row.key}` as MessageKey) : (language === 'en' && row.nameEn) || row.name;
  return by === 'kelurahan' && row.key ? <Link href={`/peta?kelurahan=${row.key}`}>{name}</Link> : name;
}
