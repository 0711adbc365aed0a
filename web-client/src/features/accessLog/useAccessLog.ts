import { type QueryClient, type QueryFunctionContext, useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

interface LogPage {
  next: string | null;
}

type Context = QueryFunctionContext<readonly unknown[], string | undefined>;

const viewsKey = ['log', 'views'];

/** Of a log each page that is read is written down: none is read again by itself. */
const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: LogPage) => page.next ?? undefined,
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
};

/** Days in the time of the city, the last one included. */
export function useReadings(since: string, until: string) {
  return useInfiniteQuery({
    ...pages,
    queryKey: ['log', 'readings', since, until],
    queryFn: ({ pageParam: after, signal, client }: Context) =>
      written(
        client,
        unwrap(
          api.GET('/api/v1/audit/access', {
            params: {
              query: {
                after,
                ...(since && { since: `${since}T00:00:00+07:00` }),
                ...(until && { until: dayAfter(until) }),
              },
            },
            signal,
          }),
        ),
      ),
  });
}

export function useCarReadings() {
  return useInfiniteQuery({
    ...pages,
    queryKey: ['log', 'carReadings'],
    queryFn: ({ pageParam: after, signal }: Context) =>
      unwrap(api.GET('/api/v1/mobmas/contact-readings', { params: { query: { after } }, signal })),
    staleTime: 0,
  });
}

export function useCallerReadings() {
  return useInfiniteQuery({
    ...pages,
    queryKey: ['log', 'callerReadings'],
    queryFn: ({ pageParam: after, signal }: Context) =>
      unwrap(api.GET('/api/v1/audit/callers', { params: { query: { after } }, signal })),
    staleTime: 0,
  });
}

export function useActs() {
  return useInfiniteQuery({
    ...pages,
    queryKey: ['log', 'acts'],
    queryFn: ({ pageParam: after, signal, client }: Context) =>
      written(client, unwrap(api.GET('/api/v1/audit/privacy-acts', { params: { query: { after } }, signal }))),
  });
}

export function useViews() {
  return useInfiniteQuery({
    ...pages,
    queryKey: viewsKey,
    queryFn: ({ pageParam: after, signal }: Context) =>
      unwrap(api.GET('/api/v1/audit/views', { params: { query: { after } }, signal })),
    staleTime: 0,
  });
}

/** A page of a log: that it was read stands in the views from now on. */
async function written<Page>(client: QueryClient, reading: Promise<Page>): Promise<Page> {
  const page = await reading;
  // what is asked for the first time is not asked again by being out of date: it may be on its way with what was before
  await client.cancelQueries({ queryKey: viewsKey });
  void client.invalidateQueries({ queryKey: viewsKey });
  return page;
}

function dayAfter(day: string): string {
  const start = Date.parse(`${day}T00:00:00+07:00`);
  return new Date(start + 86_400_000).toISOString();
}
