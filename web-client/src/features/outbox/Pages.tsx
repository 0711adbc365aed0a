import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../../ui/Failure';
import { MoreButton } from '../../ui/MoreButton';
import { Skeleton } from '../../ui/Skeleton';

interface PagesProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** Said where there is nothing. */
  empty: string;
  children: (item: Item) => ReactNode;
}

/** A list that comes page after page. What has come stays, also when the next page does not. */
export function Pages<Item>({ query, empty, children }: PagesProps<Item>) {
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const again = () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch());
  return (
    <div className="stack">
      {query.isPending && <Skeleton shape="card" count={3} />}
      {query.isSuccess && items.length === 0 && <p className="muted">{empty}</p>}
      {items.length > 0 && <ol className="outbox-list">{items.map(children)}</ol>}
      {query.isError && <Failure problem={query.error} onRetry={again} />}
      {query.hasNextPage && !query.isError && (
        <MoreButton isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} />
      )}
    </div>
  );
}
