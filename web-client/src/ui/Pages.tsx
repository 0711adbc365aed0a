import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './Failure';
import { MoreButton } from './MoreButton';
import { Skeleton } from './Skeleton';

interface PagesProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  className?: string;
  /** Said where there is nothing. */
  empty: string;
  children: (item: Item) => ReactNode;
}

/** A list that comes page after page. What has come stays, also when the next page does not. */
export function Pages<Item>({ query, className, empty, children }: PagesProps<Item>) {
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const again = () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch());
  return (
    <div className="stack">
      {query.isPending && <Skeleton shape="card" count={3} />}
      {query.isSuccess && items.length === 0 && <p className="muted">{empty}</p>}
      {items.length > 0 && <ol className={className}>{items.map(children)}</ol>}
      {query.isError && <Failure problem={query.error} onRetry={again} />}
      {query.hasNextPage && !query.isError && (
        <MoreButton isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} />
      )}
    </div>
  );
}
