import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { ClientSettings, NewClient } from '../../../api/types';
import { useActs } from '../frame/useActs';

/** Every program that is let in, or was, page after page. */
export function useClients() {
  return useInfiniteQuery({
    queryKey: ['admin', 'clients'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/admin/clients', { params: { query: { pageSize: 50, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

const readClient = (id: string, signal?: AbortSignal) =>
  unwrap(api.GET('/api/v1/admin/clients/{id}', { params: { path: { id } }, ...(signal && { signal }) }));

export function useClient(id: string | undefined) {
  return useQuery({
    queryKey: ['admin', 'client', id],
    queryFn: ({ signal }) => readClient(id ?? '', signal),
    enabled: id !== undefined,
  });
}

export function useClientChanges(id: string) {
  return useInfiniteQuery({
    queryKey: ['admin', 'clientChanges', id],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/clients/{id}/changes', {
          params: { path: { id }, query: { pageSize: 10, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What one can do to a client; whatever came of it, it is read again. */
export function useClientActs() {
  const { acted, keyOf } = useActs();
  const header = (version: number) => ({ 'If-Match': etag(version) });
  return {
    /** Sent again after a lost answer it is the same client, with the same secret. */
    create: (body: NewClient) => {
      const params = { header: { 'Idempotency-Key': keyOf(body) } };
      return acted(() => unwrap(api.POST('/api/v1/admin/clients', { params, body })));
    },
    change: (id: string, body: ClientSettings, version: number) =>
      acted(() =>
        unwrap(api.PUT('/api/v1/admin/clients/{id}', { params: { path: { id }, header: header(version) }, body })),
      ),
    rotate: (id: string, overlapHours: number, version: number) =>
      acted(() =>
        unwrap(
          api.POST('/api/v1/admin/clients/{id}/secrets', {
            params: { path: { id }, header: header(version) },
            body: { overlapHours },
          }),
        ),
      ),
    revoke: (id: string, secretId: string, version: number) =>
      acted(() =>
        unwrap(
          api.DELETE('/api/v1/admin/clients/{id}/secrets/{secretId}', {
            params: { path: { id, secretId }, header: header(version) },
          }),
        ),
      ),
    reread: (id: string) => readClient(id),
  };
}
