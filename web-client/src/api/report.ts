import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client';

/** One report as staff see it. */
export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ['report', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reports/{id}', { params: { path: { id } }, signal })),
  });
}
