import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { NewService } from '../../../api/types';

const allServices = queryOptions({
  queryKey: ['admin', 'services'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/services', { signal })),
});

/** The whole catalogue, with what can no longer be chosen, and the groups. */
export function useAllServices() {
  return useQuery(allServices);
}

/** The catalogue as it is on the server now. */
export function useRereadServices() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...allServices, staleTime: 0 });
}

/** Writes a service, or a group; what lists them is read again. */
export function useSaveService() {
  const queries = useQueryClient();
  const reread = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['admin'] }),
      queries.invalidateQueries({ queryKey: ['services'] }),
    ]);
  return {
    saveService: async (code: string, body: NewService, version: number) => {
      const params = { path: { code }, header: { 'If-Match': etag(version) } };
      await unwrap(api.PUT('/api/v1/admin/services/{code}', { params, body }));
      await reread();
    },
    saveGroup: async (code: string, body: { name: string; nameEn: string }, version: number) => {
      const params = { path: { code }, header: { 'If-Match': etag(version) } };
      await unwrap(api.PUT('/api/v1/admin/service-groups/{code}', { params, body }));
      await reread();
    },
  };
}
