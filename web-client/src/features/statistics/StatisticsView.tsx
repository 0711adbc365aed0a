import { useCallback } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api, unwrap } from '../../api/client';
import type { Statistics } from '../../api/types';
import { useResource } from '../../api/useResource';
import { statusText } from '../../domain/status';
import { dateTime, day, number } from '../../i18n/format';
import { language, type MessageKey, t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Skeleton } from '../../ui/Skeleton';
import { Breakdown } from './Breakdown';
import { FairnessChart } from './FairnessChart';
import { Headline } from './Headline';
import { firstDay, periods, readPeriod, stepOf } from './period';
import { Alarms, HotSpots } from './Recurring';
import { type FigureSource, publicFigures } from './sources';
import { Trend } from './Trend';
import './statistics.css';

/** How reports are handled, counted the same for everybody, with what is counted said beside it. */
export function StatisticsView() {
  return (
    <Figures source={publicFigures} title={t('stats.title')}>
      {(from, days) => (
        <>
          <Alarms />
          <Statuses days={days} />
          <FairnessChart from={from} />
          <HotSpots from={from} />
          <section className="stack">
            <h2>{t('stats.download')}</h2>
            <p className="downloads">
              {['csv', 'xlsx', 'json'].map((format) => (
                <a
                  key={format}
                  className="button"
                  href={`/api/v1/statistics/reports.${format}?by=kelurahan&from=${from}`}
                  download
                >
                  {format.toUpperCase()}
                </a>
              ))}
            </p>
          </section>
        </>
      )}
    </Figures>
  );
}

interface FiguresProps {
  source: FigureSource;
  title: string;
  lead?: string;
  /** What comes between the figures and their definitions. */
  children?: (from: string, days: number) => React.ReactNode;
}

/** The figures of a period: the first ones, over time, and in parts. */
export function Figures({ source, title, lead, children }: FiguresProps) {
  const [params] = useSearchParams();
  const period = readPeriod(params);
  const from = firstDay(period);
  const load = useCallback(
    (signal: AbortSignal) => unwrap(source.read({ by: stepOf(period), from }, signal)),
    [source, period, from],
  );
  const { data, problem, reload } = useResource(load);
  return (
    <div className="statistics stack-large">
      <header className="stack">
        <Heading title={title} />
        {lead && <p className="muted">{lead}</p>}
        <nav aria-label={t('stats.period')} className="periods">
          {periods.map((it) => (
            <Link key={it} href={`/statistik?hari=${it}`} replace aria-current={it === period ? 'page' : undefined}>
              {t('stats.days', { days: it })}
            </Link>
          ))}
        </nav>
      </header>
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      {data === undefined && problem === undefined && (
        <div className="statistics-loading">
          <Skeleton shape="card" count={6} />
        </div>
      )}
      {data?.all.received === 0 && <p className="muted">{t('stats.none')}</p>}
      {data && data.all.received > 0 && (
        <>
          <Headline all={data.all} />
          <Trend rows={data.rows} />
          {/* one sentence says that nothing can be read, not one in each part */}
          {problem === undefined && (
            <>
              <Breakdown source={source} from={from} />
              {children?.(from, period)}
            </>
          )}
        </>
      )}
      {data && <Definitions data={data} />}
    </div>
  );
}

function Statuses({ days }: { days: number }) {
  const load = useCallback(
    (signal: AbortSignal) => unwrap(api.GET('/api/v1/statistics/public', { params: { query: { days } }, signal })),
    [days],
  );
  const { data } = useResource(load);
  const most = Math.max(1, ...(data?.statuses.map((it) => it.count) ?? []));
  return (
    <section className="stack statuses">
      <h2>{t('stats.byStatus')}</h2>
      <dl className="bars">
        {data?.statuses
          .filter((it) => it.count > 0)
          .map(({ status, count }) => (
            <div key={status}>
              <dt>{statusText(status)}</dt>
              <dd>
                <span className="bar" style={{ inlineSize: `${(70 * count) / most}%` }} />
                {number(count)}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** As the figures are called above; one that a newer server tells goes by its own name. */
const figureNames: Record<string, MessageKey> = {
  received: 'stats.reports',
  overdueOpen: 'stats.overdueOpen',
  onTimeShare: 'stats.onTime',
  firstResponse: 'stats.response',
  resolution: 'stats.resolution',
  reopenedShare: 'stats.reopened',
  satisfaction: 'stats.satisfaction',
};

function Definitions({ data }: { data: Statistics }) {
  return (
    <section className="stack statistics-definition">
      <h2>{t('stats.how')}</h2>
      <dl>
        {data.definitions.map(({ name, text, textEn }) => (
          <div key={name}>
            <dt>{figureNames[name] ? t(figureNames[name]) : name}</dt>
            <dd>{language === 'en' ? textEn : text}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">
        {t('stats.counted', { at: dateTime(data.countedAt), since: day(`${data.from}T00:00:00+07:00`) })}
      </p>
    </section>
  );
}
