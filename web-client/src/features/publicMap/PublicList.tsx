import { Link } from 'wouter';
import type { PublicReport } from '../../api/types';
import { StatusBadge } from '../../domain/StatusBadge';
import { publicPath } from '../../domain/trackingLink';
import { relative } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { MoreButton } from '../../ui/MoreButton';
import { Skeleton } from '../../ui/Skeleton';
import type { MapFilters } from './mapFilters';
import { usePublicList } from './usePublicList';

interface PublicListProps {
  filters: MapFilters;
  /** Only what lies within; all when absent. */
  bbox: string | undefined;
}

/** The same reports as on the map, in words: whoever does not see the map misses nothing. */
export function PublicList({ filters, bbox }: PublicListProps) {
  const list = usePublicList(filters, bbox);
  const { items, problem } = list;
  return (
    <section aria-labelledby="daftar" className="public-list stack">
      <h2 id="daftar">{t('map.list')}</h2>
      {items === undefined && problem === undefined && <Skeleton shape="card" count={5} />}
      {items?.length === 0 && <p className="muted">{t('map.none')}</p>}
      {items && items.length > 0 && (
        <ul>
          {items.map((report) => (
            <PublicListItem key={report.id} report={report} />
          ))}
        </ul>
      )}
      {problem !== undefined && <Failure problem={problem} onRetry={list.reload} />}
      {list.hasMore && <MoreButton isLoading={list.isLoading} onClick={() => void list.loadMore()} />}
    </section>
  );
}

function PublicListItem({ report }: { report: PublicReport }) {
  const { service, kelurahan, submittedAt, supports } = report;
  const facts = [
    kelurahan ? t('place.ward', { name: kelurahan.name }) : undefined,
    relative(submittedAt),
    supports > 0 ? t('map.supports', { count: supports }) : undefined,
  ];
  return (
    <li className="card">
      <h3>
        <Link href={publicPath(report.id)}>{service.name}</Link>
      </h3>
      <p className="small muted">{facts.filter(Boolean).join(' · ')}</p>
      <StatusBadge status={report.status} />
    </li>
  );
}
