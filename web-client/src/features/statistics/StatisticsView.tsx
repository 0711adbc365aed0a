import { useCallback } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api, unwrap } from '../../api/client';
import type { PublicStatistics } from '../../api/types';
import { useResource } from '../../api/useResource';
import { statusText } from '../../domain/status';
import { dateTime, day, number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Skeleton } from '../../ui/Skeleton';
import { Headline } from './Headline';
import { periods, readPeriod } from './period';
import { TallyTable } from './TallyTable';
import './statistics.css';

/** How reports are handled, counted the same for everybody, with what is counted said beside it. */
export function StatisticsView() {
  const [params] = useSearchParams();
  const period = readPeriod(params);
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(api.GET('/api/v1/statistics/public', { params: { query: { days: period } }, signal })),
    [period],
  );
  const { data, problem, reload } = useResource(load);

  return (
    <div className="statistics stack-large">
      <header className="stack">
        <Heading title={t('stats.title')} />
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
      {data?.all.count === 0 && <p className="muted">{t('stats.none')}</p>}
      {data && data.all.count > 0 && <Counted data={data} />}
    </div>
  );
}

function Counted({ data }: { data: PublicStatistics }) {
  const most = Math.max(...data.statuses.map((it) => it.count));
  return (
    <>
      <Headline all={data.all} />
      <section className="stack">
        <h2>{t('stats.byStatus')}</h2>
        <dl className="bars">
          {data.statuses
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
      <TallyTable
        title={t('stats.byWard')}
        head={t('place.wardLegend')}
        rows={data.kelurahan.map((it) => ({
          ...it.kelurahan,
          ...it.tally,
          href: `/peta?kelurahan=${it.kelurahan.code}`,
        }))}
      />
      <TallyTable
        title={t('stats.byGroup')}
        head={t('stats.group')}
        rows={data.groups.map((it) => ({ ...it.group, ...it.tally }))}
      />
      <section className="stack statistics-definition">
        <h2>{t('stats.how')}</h2>
        <p>{t('stats.definition')}</p>
        <p className="small muted">{t('stats.counted', { at: dateTime(data.countedAt), since: day(data.since) })}</p>
      </section>
    </>
  );
}
