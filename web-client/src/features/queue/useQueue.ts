import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { Filters } from './filters';

const pageSize = 100;

/**
 * The officer's queue, page after page; `after` is the server's cursor. It is not read again as a whole by itself: rows stay where
 * they are while somebody works through them, and what happens meanwhile is told beside or within them.
 */
export function useQueue(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['queue', filters],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/reports', {
          params: {
            query: {
              ...aboutOf(filters),
              status: filters.status.length > 0 ? filters.status : undefined,
              overdue: filters.overdue || undefined,
              pageSize,
              after: pageParam,
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

/** How many wait, by status, of what the filters are about. */
export function useCounts(filters: Filters) {
  const about = aboutOf(filters);
  return useQuery({
    queryKey: ['counts', about],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reports/counts', { params: { query: about }, signal })),
    placeholderData: (before) => before,
  });
}

function aboutOf(filters: Filters) {
  return {
    service: filters.service || undefined,
    kelurahan: filters.kelurahan || undefined,
    agency: filters.agency || undefined,
    q: filters.q || undefined,
  };
}
