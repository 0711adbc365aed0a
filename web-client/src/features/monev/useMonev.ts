import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { FindingItem, NewFinding, NewFindingStep } from '../../api/types';
import type { MonevChoice } from './monevChoice';

const pageSize = 25;

export interface FindingFilter {
  work?: string;
  grade?: FindingItem['grade'] | undefined;
  state?: FindingItem['state'] | undefined;
  overdue?: boolean;
  atInspectorate?: boolean;
}

export function useMonevReport(choice: MonevChoice) {
  return useQuery({
    queryKey: ['monev', 'report', choice],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/monev/report', { params: { query: { ...choice } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useFindings({ grade, state, ...filter }: FindingFilter) {
  return useInfiniteQuery({
    queryKey: ['monev', 'findings', filter, grade, state],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/merata/findings', {
          params: {
            query: {
              ...filter,
              ...(grade && { grade: [grade] }),
              ...(state && { state: [state] }),
              pageSize,
              ...(pageParam && { after: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useFinding(id: string) {
  return useQuery({
    queryKey: ['monev', 'finding', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/merata/findings/{id}', { params: { path: { id } }, signal })),
  });
}

export function useRecordFinding() {
  return useFindingChange(({ key, body }: { key: string; body: NewFinding }) =>
    unwrap(api.POST('/api/v1/merata/findings', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
}

export function useMoveFinding(id: string, version: number) {
  return useFindingChange((body: NewFindingStep) =>
    unwrap(
      api.POST('/api/v1/merata/findings/{id}/steps', {
        params: { path: { id }, header: { 'If-Match': etag(version) } },
        body,
      }),
    ),
  );
}

/** Whatever comes of it, findings and figures are read again. */
function useFindingChange<Sent, Told>(send: (sent: Sent) => Promise<Told>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => throughSignIn(() => send(sent)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['monev'] }),
  });
}
