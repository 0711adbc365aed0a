import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { DeliveryItem, DeliveryState, NewWebhook, WebhookChanges } from '../../../api/types';
import { useActs } from '../frame/useActs';

const soon = 15_000; // ms in which what is on its way is looked at often
const quickPace = 1_500;
const slowPace = 15_000;

/** Those of every client, newest first, page after page. */
export function useWebhooks() {
  return useInfiniteQuery({
    queryKey: ['admin', 'webhooks'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/webhooks', { params: { query: { pageSize: 50, after: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

const readWebhook = (id: string, signal?: AbortSignal) =>
  unwrap(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } }, ...(signal && { signal }) }));

export function useWebhook(id: string | undefined) {
  return useQuery({
    queryKey: ['admin', 'webhook', id],
    queryFn: ({ signal }) => readWebhook(id ?? '', signal),
    enabled: id !== undefined,
  });
}

/** What was sent to it, newest first, page after page; looked at again while something is on its way. */
export function useDeliveries(id: string, state: DeliveryState[]) {
  return useInfiniteQuery({
    queryKey: ['admin', 'webhook', id, 'deliveries', state],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { state, pageSize: 20, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state: { data } }) => paceOf(data?.pages.flatMap((page) => page.items) ?? []),
  });
}

function paceOf(items: DeliveryItem[]): number | false {
  const next = items.flatMap((it) => (it.nextAttemptAt ? [Date.parse(it.nextAttemptAt)] : []));
  if (next.length === 0) return false;
  return Math.min(...next) - Date.now() < soon ? quickPace : slowPace;
}

/** One delivery with what was sent and what came back; told anew with every attempt. */
export function useDelivery(id: string, { id: deliveryId, attempts }: DeliveryItem) {
  return useQuery({
    queryKey: ['admin', 'delivery', deliveryId, attempts],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/webhooks/{id}/deliveries/{deliveryId}', { params: { path: { id, deliveryId } }, signal }),
      ),
  });
}

/** What one can do to a webhook; whatever came of it, it is read again. */
export function useWebhookActs() {
  const { acted, keyOf } = useActs();
  const header = (version: number) => ({ 'If-Match': etag(version) });
  return {
    /** Sent again after a lost answer it is the same webhook, with the same secret. */
    create: (body: NewWebhook) => {
      const params = { header: { 'Idempotency-Key': keyOf(body) } };
      return acted(() => unwrap(api.POST('/api/v1/webhooks', { params, body })));
    },
    change: (id: string, body: WebhookChanges, version: number) =>
      acted(() =>
        unwrap(api.PUT('/api/v1/webhooks/{id}', { params: { path: { id }, header: header(version) }, body })),
      ),
    rotate: (id: string, overlapHours: number, version: number) =>
      acted(() =>
        unwrap(
          api.POST('/api/v1/webhooks/{id}/secrets', {
            params: { path: { id }, header: header(version) },
            body: { overlapHours },
          }),
        ),
      ),
    remove: (id: string, version: number) =>
      acted(async () => {
        await unwrap(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id }, header: header(version) } }));
      }),
    ping: (id: string) => acted(() => unwrap(api.POST('/api/v1/webhooks/{id}/ping', { params: { path: { id } } }))),
    resend: (id: string, deliveryId: string) =>
      acted(() =>
        unwrap(
          api.POST('/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay', { params: { path: { id, deliveryId } } }),
        ),
      ),
    /** Sends a span of time again, part after part. */
    replay: (id: string, from: string, until: string | null, undeliveredOnly: boolean) =>
      acted(async () => {
        let queued = 0;
        for (let after: string | null | undefined; after !== null; ) {
          const body = { from, until, undeliveredOnly, ...(after && { after }) };
          const part = await unwrap(api.POST('/api/v1/webhooks/{id}/replay', { params: { path: { id } }, body }));
          queued += part.queued;
          after = part.next;
        }
        return queued;
      }),
    reread: (id: string) => readWebhook(id),
  };
}
