import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { MoreButton } from '../../ui/MoreButton';
import { Skeleton } from '../../ui/Skeleton';
import { isFiltered, useFilters } from './filters';
import { QueueFilters } from './QueueFilters';
import { QueueRow } from './QueueRow';
import { useQueue } from './useQueue';
import { useShortcuts } from './useShortcuts';
import './queue.css';

/** The reports that wait for this officer; `selected` is the id of the one that lies open beside them. */
export function Queue({ selected }: { selected: string | undefined }) {
  const [filters, setFilters] = useFilters();
  const queue = useQueue(filters);
  const search = useSearch();
  const [, navigate] = useLocation();

  const items = useMemo(() => queue.data?.pages.flatMap((page) => page.items) ?? [], [queue.data]);

  const shortcuts = useMemo(() => {
    const step = (by: number) => {
      const at = items.findIndex((it) => it.id === selected);
      const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
      if (!next) return;
      navigate(`/laporan/${next.id}${search && `?${search}`}`, { replace: at >= 0 });
      document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    };
    return {
      j: () => step(1),
      k: () => step(-1),
      '/': () => document.getElementById('queue-search')?.focus(),
    };
  }, [items, selected, search, navigate]);
  const [hasShortcuts, setShortcuts] = useShortcuts(shortcuts);

  return (
    <section className="queue" aria-label={t('queue.title')}>
      <QueueFilters filters={filters} onChange={setFilters} />
      {queue.isError && items.length === 0 && <Failure problem={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.isPending && <Skeleton shape="card" count={6} />}
      {queue.isSuccess && items.length === 0 && (
        <p className="queue-empty muted">{t(isFiltered(filters) ? 'queue.noneFound' : 'queue.empty')}</p>
      )}
      <ol className="queue-list">
        {items.map((item) => (
          <QueueRow key={item.id} item={item} search={search} isSelected={item.id === selected} />
        ))}
      </ol>
      {queue.hasNextPage && (
        <MoreButton isLoading={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()} />
      )}
      <label className="queue-keys small muted">
        <input type="checkbox" checked={hasShortcuts} onChange={(event) => setShortcuts(event.currentTarget.checked)} />
        {t('queue.keys')}
      </label>
    </section>
  );
}
