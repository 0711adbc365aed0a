import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMay } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { Dispatch } from '../../api/types';

const patience = 15_000; // ms until a refused stream is asked for again
const pageSize = 25;

export function useCalls(own: boolean) {
  return useInfiniteQuery({
    queryKey: ['calls', own],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }) =>
      unwrap(api.GET('/api/v1/calls', { params: { query: { own: own || undefined, pageSize, after } }, signal })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The calls about one emergency, newest first. */
export function useCallsOf(dispatch: string) {
  return useInfiniteQuery({
    queryKey: ['calls', 'of', dispatch],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after, signal }) =>
      unwrap(api.GET('/api/v1/calls', { params: { query: { dispatch, pageSize, after } }, signal })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useCounts() {
  return useQuery({
    queryKey: ['callCounts'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calls/counts', { signal })),
  });
}

export function useDispatches(isAll: boolean) {
  return useQuery({
    queryKey: ['dispatches', isAll],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/dispatches', { params: { query: { state: isAll ? undefined : ['open'], pageSize } }, signal }),
      ),
  });
}

export function useDispatch(id: string, isShown: boolean) {
  return useQuery({
    queryKey: ['dispatch', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dispatches/{id}', { params: { path: { id } }, signal })),
    enabled: isShown,
  });
}

export function useMarks() {
  return useQuery({
    queryKey: ['marks'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/marks', { params: { query: { review: ['pending'] } }, signal })),
    enabled: useMay('readCalls'),
  });
}

export function rereadCalls(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['calls'] });
  void queries.invalidateQueries({ queryKey: ['callCounts'] });
}

/** Shows what the server answered at once: the next step is told of the version it made. */
export async function putDispatch(queries: QueryClient, changed: Dispatch): Promise<void> {
  await queries.cancelQueries({ queryKey: ['dispatches'] });
  queries.setQueriesData<{ items: Dispatch[] }>(
    { queryKey: ['dispatches'] },
    (page) => page && { ...page, items: page.items.map((it) => (it.id === changed.id ? changed : it)) },
  );
}

export function rereadDispatches(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['dispatches'] });
  void queries.invalidateQueries({ queryKey: ['dispatch'] });
}

/**
 * Hears what other operators and the units do, while the page is open. False while nothing can be heard.
 * @returns whether the stream stands.
 */
export function useCallNews(): boolean {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    if (!('EventSource' in globalThis)) return;
    let stream: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const everything = () => {
      rereadCalls(queries);
      rereadDispatches(queries);
    };
    const open = () => {
      stream = new EventSource('/api/v1/calls/events');
      stream.addEventListener('ready', () => {
        setLive(true);
        everything();
      });
      stream.addEventListener('reset', everything);
      stream.addEventListener('call', () => rereadCalls(queries));
      stream.addEventListener('dispatch', () => rereadDispatches(queries));
      stream.onerror = () => {
        setLive(false);
        // the browser takes a broken stream up again by itself, but not one that was refused
        if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, patience);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [queries]);
  return isLive;
}

/** Now, anew with every half minute: what is told in minutes must not stand still. */
export function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
