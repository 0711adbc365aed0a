import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { CarRequestChange, CarRequestStatus, NewCar } from '../../api/types';

const pageSize = 25;
const pace = 30_000; // ms between two looks at what comes in

const groups = {
  open: ['requested'],
  booked: ['approved', 'underWay'],
  ended: ['done', 'refused', 'cancelled', 'noShow'],
} satisfies Record<string, CarRequestStatus[]>;

export type Group = keyof typeof groups;

export function useCarRequests(group: Group) {
  return useInfiniteQuery({
    queryKey: ['cars', 'requests', group],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/mobmas/requests', {
          params: { query: { state: groups[group], pageSize, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: pace,
  });
}

export function useCarRequest(id: string) {
  return useQuery({
    queryKey: ['cars', 'request', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mobmas/requests/{id}', { params: { path: { id } }, signal })),
  });
}

/** A move of a request. Whatever comes of it, the lists and the request are read again. */
export function useCarMove(id: string, version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CarRequestChange) =>
      throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/mobmas/requests/{id}/status', {
            params: { path: { id }, header: { 'If-Match': etag(version) } },
            body,
          }),
        ),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cars'] }),
  });
}

export function useCarContact(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/mobmas/requests/{id}/contact-readings', { params: { path: { id } }, body: { reason } }),
        ),
      ),
  });
}

export function useCarList() {
  return useQuery({
    queryKey: ['cars', 'list'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mobmas/cars', { params: { query: { pageSize: 100 } }, signal })),
  });
}

export function useCar(id: string) {
  return useQuery({
    queryKey: ['cars', 'car', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mobmas/cars/{id}', { params: { path: { id } }, signal })),
  });
}

export function useSaveCar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: NewCar }) =>
      throughSignIn(() =>
        unwrap(
          api.PUT('/api/v1/mobmas/cars/{id}', {
            params: { path: { id }, header: { 'If-Match': etag(version) } },
            body,
          }),
        ),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cars'] }),
  });
}

export function useRenewFeed(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/mobmas/cars/{id}/feed', {
            params: { path: { id }, header: { 'If-Match': etag(version) } },
          }),
        ),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cars'] }),
  });
}

export function useCarCalendar(from: string, until: string) {
  return useQuery({
    queryKey: ['cars', 'calendar', from, until],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mobmas/calendar', { params: { query: { from, until } }, signal })),
    refetchInterval: pace,
  });
}

export function useCarTrips() {
  return useInfiniteQuery({
    queryKey: ['cars', 'trips'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/mobmas/trips', { params: { query: { pageSize, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useCarUse(from: string, until: string) {
  return useQuery({
    queryKey: ['cars', 'use', from, until],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/mobmas/use', { params: { query: { from, until } }, signal })),
  });
}
