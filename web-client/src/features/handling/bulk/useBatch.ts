import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { throughSignIn } from '../../../api/account';
import { api, unwrap } from '../../../api/client';
import { patchRow } from '../../../api/queueCache';
import type { BatchItem, QueueItem } from '../../../api/types';
import type { Change } from '../useChange';

/** One change of many reports. The key is made before the first try, so that trying again does nothing twice. */
export function useBatch(items: QueueItem[]) {
  const queries = useQueryClient();
  const key = useRef<{ of: string; key: string }>(undefined);
  return useMutation({
    mutationFn: (change: Change) => {
      const body = { items: items.map((it) => itemOf(it, change)) };
      const of = JSON.stringify(body);
      if (key.current?.of !== of) key.current = { of, key: crypto.randomUUID() };
      const header = { 'Idempotency-Key': key.current.key };
      return throughSignIn(() => unwrap(api.POST('/api/v1/reports:batch', { params: { header }, body })));
    },
    onSuccess: ({ items: outcomes }) => {
      for (const { id, report } of outcomes)
        if (report) patchRow(queries, id, { status: report.status, dueAt: report.dueAt });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['report'] }),
        queries.invalidateQueries({ queryKey: ['counts'] }),
      ]),
  });
}

function itemOf({ id, version }: QueueItem, change: Change): BatchItem {
  switch (change.kind) {
    case 'status':
      return { id, version, status: change.body };
    case 'disposisi':
      return { id, version, disposisi: change.body };
    case 'note':
      return { id, version, note: change.body };
    default:
      throw new Error(`${change.kind} is done one by one`);
  }
}
