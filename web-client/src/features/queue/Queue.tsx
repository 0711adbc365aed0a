import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useAccount } from '../../api/account';
import { rereadQueue } from '../../api/queueCache';
import { reportQuery } from '../../api/report';
import type { QueueItem } from '../../api/types';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Skeleton } from '../../ui/Skeleton';
import { useShortcuts } from '../../ui/shortcuts';
import { isFiltered, useFilters } from './filters';
import { NewsButton } from './NewsButton';
import { QueueFilters } from './QueueFilters';
import { QueueRows, type Rows } from './QueueRows';
import { QueueViews } from './QueueViews';
import { SelectionBar } from './SelectionBar';
import { useQueue } from './useQueue';
import { useQueueNews } from './useQueueNews';
import type { Selection } from './useSelection';
import './queue.css';

interface QueueProps {
  /** The id of the report that lies open beside the queue. */
  selected: string | undefined;
  selection: Selection;
  /** Does one thing with all that are ticked; absent for those who only read. */
  onBulk: ((items: QueueItem[]) => void) | undefined;
  /** Hears which reports are on the list now. */
  onItems: (items: QueueItem[]) => void;
  /** Lets the page go on to the next report. */
  steps: RefObject<Steps | null>;
}

export interface Steps {
  next: () => void;
}

/** The reports that wait for this officer. */
export function Queue({ selected, selection, onBulk, onItems, steps }: QueueProps) {
  const queries = useQueryClient();
  const [filters, setFilters] = useFilters();
  const queue = useQueue(filters);
  const search = useSearch();
  const [, navigate] = useLocation();
  const items = useMemo(() => queue.data?.pages.flatMap((page) => page.items) ?? [], [queue.data]);
  useEffect(() => onItems(items), [items, onItems]);
  const rows = useRef<Rows>(null);
  const news = useQueueNews(items);

  const account = useAccount();
  const ownAgency = 'session' in account ? account.session.agency?.code : undefined;
  const { toggle } = selection;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const reread = () => {
    news.clear();
    selection.clear();
    void rereadQueue(queries);
    void queries.invalidateQueries({ queryKey: ['counts'] });
  };
  const acts = useRef({ reread, onBulk });
  acts.current = { reread, onBulk };

  const at = items.findIndex((it) => it.id === selected);
  const current = items[at];
  const step = useCallback(
    (by: number) => {
      const to = at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by));
      const next = items[to];
      if (!next) return;
      navigate(`/laporan/${next.id}${search && `?${search}`}`, { replace: at >= 0 });
      rows.current?.reveal(to);
    },
    [items, at, search, navigate],
  );
  steps.current = { next: () => step(1) };

  // the next one is there before it is asked for
  const following = items[at + 1]?.id;
  useEffect(() => {
    if (at >= 0 && following) void queries.prefetchQuery(reportQuery(following));
  }, [queries, at, following]);

  const mayTick = onBulk !== undefined;
  const shortcuts = useMemo(() => {
    return [
      { key: 'j', text: t('keys.next'), run: () => step(1) },
      { key: 'k', text: t('keys.previous'), run: () => step(-1) },
      { key: '/', text: t('keys.search'), run: () => document.getElementById('queue-search')?.focus() },
      { key: 'r', text: t('keys.reread'), run: () => acts.current.reread() },
      ...(mayTick
        ? [
            { key: 'x', text: t('keys.tick'), run: () => current && selection.toggle(current) },
            {
              key: 'm',
              text: t('keys.bulk'),
              run: () => selection.items.length > 0 && acts.current.onBulk?.(selection.items),
            },
          ]
        : []),
    ];
  }, [current, step, selection, mayTick]);
  useShortcuts(shortcuts);

  return (
    <section className="queue" aria-label={t('queue.title')}>
      <div className="queue-head">
        <QueueFilters filters={filters} onChange={setFilters} />
        <QueueViews filters={filters} onChange={setFilters} />
        <NewsButton count={news.count} onClick={reread} />
      </div>
      {queue.isError && items.length === 0 && <Failure problem={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.isPending && <Skeleton shape="card" count={6} />}
      {queue.isSuccess && items.length === 0 && (
        <p className="queue-empty muted">{t(isFiltered(filters) ? 'queue.noneFound' : 'queue.empty')}</p>
      )}
      <QueueRows
        items={items}
        isWhole={!hasNextPage}
        search={search}
        selected={selected}
        ownAgency={ownAgency}
        isTicked={selection.has}
        isGone={news.isGone}
        onTick={mayTick ? toggle : undefined}
        onNearEnd={readOn}
        rows={rows}
      />
      {isFetchingNextPage && <p className="queue-more small muted">{t('queue.loading')}</p>}
      {queue.isFetchNextPageError && <Failure problem={queue.error} onRetry={() => void fetchNextPage()} />}
      <SelectionBar
        count={selection.items.length}
        onAll={() => selection.all(items)}
        onBulk={() => onBulk?.(selection.items)}
        onClear={selection.clear}
      />
    </section>
  );
}
