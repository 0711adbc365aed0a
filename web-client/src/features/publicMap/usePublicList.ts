import { useCallback, useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { PublicReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { type MapFilters, toQuery } from './mapFilters';

const pageSize = 20;

/** The reports beside the map, newest first, page after page. */
export function usePublicList(filters: MapFilters, bbox: string | undefined) {
  const load = useCallback(
    (signal: AbortSignal, after?: string) =>
      unwrap(
        api.GET('/api/v1/public/reports', {
          params: { query: { ...toQuery(filters), ...(bbox && { bbox }), pageSize, ...(after && { after }) } },
          signal,
        }),
      ),
    [filters, bbox],
  );
  const first = useResource(load);
  const [more, setMore] = useState<{ items: PublicReport[]; next: string | null }>();
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  // another question has other pages
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page is what tells of another question
  useEffect(() => setMore(undefined), [first.data]);

  const next = more ? more.next : (first.data?.next ?? null);
  const loadMore = async () => {
    if (isLoading || !next) return;
    setLoading(true);
    setProblem(undefined);
    try {
      const page = await load(new AbortController().signal, next);
      setMore((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next ?? null }));
    } catch (cause) {
      setProblem(cause);
    } finally {
      setLoading(false);
    }
  };

  return {
    items: first.data && [...first.data.items, ...(more?.items ?? [])],
    problem: problem ?? first.problem,
    reload: first.reload,
    hasMore: next !== null,
    isLoading,
    loadMore,
  };
}
