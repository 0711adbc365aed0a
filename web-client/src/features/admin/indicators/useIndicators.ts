import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../api/ApiProblem';
import { api, etag, unwrap } from '../../../api/client';
import type { NewIndicator } from '../../../api/types';

const indicators = queryOptions({
  queryKey: ['admin', 'indicators'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/indicators', { signal })),
});

/** All indicators with all that they ever were, also those no longer looked at. */
export function useIndicators() {
  return useQuery(indicators);
}

export function useRereadIndicators() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...indicators, staleTime: 0 });
}

/** Defines one anew, from today; version 0 for one that is not there yet. */
export function useSaveIndicator() {
  const queries = useQueryClient();
  return async (code: string, body: NewIndicator, version: number) => {
    const params = { path: { code }, header: { 'If-Match': etag(version) } };
    await unwrap(api.PUT('/api/v1/monev/indicators/{code}', { params, body })).catch((cause) => {
      throw version === 0 && cause instanceof ApiProblem && cause.status === 412
        ? ApiProblem.from(422, { code: 'indicator_taken', errors: { code: ['indicator_taken'] } })
        : cause;
    });
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['admin', 'indicators'] }),
      queries.invalidateQueries({ queryKey: ['monev'] }),
    ]);
  };
}
