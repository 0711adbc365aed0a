import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { QueueItem, QueuePage, ReportDetail } from './types';

type Pages = InfiniteData<QueuePage, string | undefined>;

/** Reads the queue anew from its beginning, and only as far as it is needed. */
export function rereadQueue(queries: QueryClient): Promise<void> {
  queries.setQueriesData<Pages>(
    { queryKey: ['queue'] },
    (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
  );
  return queries.invalidateQueries({ queryKey: ['queue'] });
}

/** Puts what is known now into a row, where it stands. */
export function patchRow(queries: QueryClient, id: string, change: Partial<QueueItem>): void {
  queries.setQueriesData<Pages>({ queryKey: ['queue'] }, (data) => {
    const at = data?.pages.findIndex((page) => page.items.some((it) => it.id === id)) ?? -1;
    return data && at >= 0
      ? {
          ...data,
          pages: data.pages.with(at, {
            ...(data.pages[at] as QueuePage),
            items: (data.pages[at] as QueuePage).items.map((it) => (it.id === id ? { ...it, ...change } : it)),
          }),
        }
      : data;
  });
}

/** What a row tells of a report. */
export function rowOf(report: ReportDetail): Partial<QueueItem> {
  const { status, version, dueAt, service, kelurahan, agency, supports, relations } = report;
  return { status, version, dueAt, service, kelurahan, agency, supports, mergedInto: relations.mergedInto?.id ?? null };
}
