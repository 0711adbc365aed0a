import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import { patchRow, rowOf } from '../../api/queueCache';
import { reportQuery } from '../../api/report';
import type { Forwarding, NewNote, ReportDetail, ReportReference, SplitChild, StatusChange } from '../../api/types';

export type Change =
  | { kind: 'status'; body: StatusChange }
  | { kind: 'disposisi'; body: Forwarding }
  | { kind: 'note'; body: NewNote }
  | { kind: 'merge'; into: ReportReference }
  | { kind: 'separate' }
  | { kind: 'split'; children: SplitChild[] };

/** Asks for the change of the report as the officer saw it; when the session has ended, once more after signing in again. */
export function sendChange(report: ReportDetail, change: Change) {
  return throughSignIn(async () => {
    const params = { path: { id: report.id }, header: { 'If-Match': etag(report.version) } };
    // a page that is left while it asks still gets it done
    const keepalive = true;
    switch (change.kind) {
      case 'status':
        return await unwrap(api.POST('/api/v1/reports/{id}/status', { params, body: change.body, keepalive }));
      case 'disposisi':
        return await unwrap(api.POST('/api/v1/reports/{id}/disposisi', { params, body: change.body, keepalive }));
      case 'note':
        return await unwrap(api.POST('/api/v1/reports/{id}/notes', { params, body: change.body, keepalive }));
      case 'merge':
        return await unwrap(api.POST('/api/v1/reports/{id}/merge', { params, body: { into: change.into.id } }));
      case 'separate':
        return await unwrap(api.DELETE('/api/v1/reports/{id}/merge', { params }));
      case 'split':
        return await unwrap(api.POST('/api/v1/reports/{id}/split', { params, body: { children: change.children } }));
    }
  });
}

/** What follows from a change on the screen: the report is read again, and its row with it; others may have changed too. */
export async function rereadAround(queries: QueryClient, id: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['counts'] });
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['report'] }),
    queries.invalidateQueries({ queryKey: reportQuery(id).queryKey, refetchType: 'inactive' }),
  ]);
  const seen = queries.getQueryData(reportQuery(id).queryKey);
  if (seen) patchRow(queries, id, rowOf(seen));
}

/**
 * Changes the report as the officer has it on the screen. Whatever the outcome, it is read again: after a 412 that shows what the
 * other officer did, while the typed text stays with its owner.
 */
export function useChange(report: ReportDetail) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => await sendChange(report, change),
    onSettled: () => rereadAround(queries, report.id),
  });
}

export type Changing = ReturnType<typeof useChange>;

/** True when somebody else changed the report first. */
export function isConflict(cause: unknown): boolean {
  return cause instanceof ApiProblem && cause.status === 412;
}
