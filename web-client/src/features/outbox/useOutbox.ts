import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { OutboxState } from '../../api/types';

const pageSize = 25;
const pace = 10_000; // ms between two looks at what is on its way

/** Notifications in the chosen states, in all when none is; newest first, page after page. */
export function useNotifications(states: OutboxState[]) {
  return useInfiniteQuery({
    queryKey: ['outbox', 'notifications', states],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/outbox', {
          params: { query: { state: states.length > 0 ? states : undefined, pageSize, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((it) => it.state === 'pending')) ? pace : false,
  });
}

/** Events that the relay has given up, newest first, page after page. */
export function useDeadEvents() {
  return useInfiniteQuery({
    queryKey: ['outbox', 'events'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/admin/outbox/events', { params: { query: { pageSize, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
