import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { DeadEvent, OutboxItem } from '../../api/types';

/** Tries a notification again from the beginning. */
export function useRetryNotification() {
  return useRetry((id: OutboxItem['id']) =>
    unwrap(api.POST('/api/v1/admin/outbox/{id}/retry', { params: { path: { id } } })),
  );
}

/** Gives an event back to the relay; what it leads to is a notification as a rule. */
export function useRetryEvent() {
  return useRetry((eventId: DeadEvent['id']) =>
    unwrap(api.POST('/api/v1/admin/outbox/events/{eventId}/retry', { params: { path: { eventId } } })),
  );
}

/** Whatever the outcome, both lists are read again: a colleague may have been first. */
function useRetry<Id>(retry: (id: Id) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: retry,
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  });
}
