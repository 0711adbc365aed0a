import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** The agencies whose name holds `q`; all of them for an empty one. */
export function useAgencies(q: string) {
  return useQuery({
    queryKey: ['agencies', q],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/agencies', { params: { query: { q: q || undefined } }, signal }))).items,
    placeholderData: keepPreviousData,
  });
}
