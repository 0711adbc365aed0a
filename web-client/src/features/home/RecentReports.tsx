import { Link } from 'wouter';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { StatusBadge } from '../../domain/StatusBadge';
import { publicPath } from '../../domain/trackingLink';
import { relative } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';

const shown = 4;

const loadRecent = (signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/public/reports', { params: { query: { pageSize: shown } }, signal }));

/** What neighbours reported lately; comes after the page stands, and the page does without it. */
export function RecentReports() {
  const { data, problem, reload } = useResource(loadRecent);
  return (
    <section aria-labelledby="terbaru">
      <h2 id="terbaru">{t('home.recent')}</h2>
      <div className="recent">
        {data === undefined && problem === undefined && <Skeleton shape="card" count={shown} />}
        {data === undefined && problem !== undefined && <Failure problem={problem} onRetry={reload} />}
        {data?.items.length === 0 && <p className="muted">{t('home.recentEmpty')}</p>}
        {data && data.items.length > 0 && (
          <ul className="recent-list">
            {data.items.map((report) => (
              <li key={report.id} className="card">
                <h3>
                  <Link href={publicPath(report.id)}>{report.service.name}</Link>
                </h3>
                <p className="small muted">
                  {[report.kelurahan && t('place.ward', { name: report.kelurahan.name }), relative(report.submittedAt)]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <StatusBadge status={report.status} />
                {report.handedOverTo && (
                  <p className="small">{t('public.handedOver', { name: report.handedOverTo })}</p>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p>
        <Link href="/peta" className="home-more">
          {t('home.mapLink')}
          <Icon name="next" />
        </Link>
      </p>
    </section>
  );
}
