import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { NewUser, StaffRole } from '../../../api/types';
import { useActs } from '../frame/useActs';

interface PeopleFilters {
  q: string;
  role: StaffRole | '';
}

/** Members of staff by user name, page after page. */
export function usePeople({ q, role }: PeopleFilters) {
  return useInfiniteQuery({
    queryKey: ['admin', 'people', q, role],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/users', {
          params: { query: { q: q.trim() || undefined, role: role || undefined, pageSize: 50, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

const readUser = (userName: string, signal?: AbortSignal) =>
  unwrap(api.GET('/api/v1/admin/users/{userName}', { params: { path: { userName } }, ...(signal && { signal }) }));

export function useUser(userName: string | undefined) {
  return useQuery({
    queryKey: ['admin', 'user', userName],
    queryFn: ({ signal }) => readUser(userName ?? '', signal),
    enabled: userName !== undefined,
  });
}

/** Each kind of work and what it may do. */
export function useRoles() {
  return useQuery({
    queryKey: ['admin', 'roles'],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/admin/roles', { signal }))).items,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What one can do to a person; whatever came of it, they are read again. */
export function usePersonActs() {
  const { acted } = useActs();
  const params = (userName: string, version: number) => ({
    path: { userName },
    header: { 'If-Match': etag(version) },
  });
  return {
    save: (userName: string, body: NewUser, version: number) =>
      acted(() => unwrap(api.PUT('/api/v1/admin/users/{userName}', { params: params(userName, version), body }))),
    resetPassword: (userName: string, version: number) =>
      acted(() =>
        unwrap(api.POST('/api/v1/admin/users/{userName}/password-reset', { params: params(userName, version) })),
      ),
    liftLockout: (userName: string, version: number) =>
      acted(() => unwrap(api.DELETE('/api/v1/admin/users/{userName}/lockout', { params: params(userName, version) }))),
    reread: (userName: string) => readUser(userName),
  };
}
