import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Filters } from './filters';

const pageSize = 25;

/** The officer's queue, page after page; `after` is the server's cursor. */
export function useQueue(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['queue', filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/reports', {
          params: {
            query: {
              status: filters.status.length > 0 ? filters.status : undefined,
              service: filters.service || undefined,
              kelurahan: filters.kelurahan || undefined,
              agency: filters.agency || undefined,
              overdue: filters.overdue || undefined,
              q: filters.q || undefined,
              pageSize,
              after: pageParam,
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
