import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/ApiProblem';
import { api, etag, unwrap } from '../../api/client';
import type { Forwarding, NewNote, ReportDetail, ReportReference, SplitChild, StatusChange } from '../../api/types';

export type Change =
  | { kind: 'status'; body: StatusChange }
  | { kind: 'disposisi'; body: Forwarding }
  | { kind: 'note'; body: NewNote }
  | { kind: 'merge'; into: ReportReference }
  | { kind: 'separate' }
  | { kind: 'split'; children: SplitChild[] };

/**
 * Changes the report as the officer has it on the screen. Whatever the outcome, the report and the queue are read
 * again: after a 412 that shows what the other officer did, while the typed text stays with its owner.
 */
export function useChange(report: ReportDetail) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      const params = { path: { id: report.id }, header: { 'If-Match': etag(report.version) } };
      switch (change.kind) {
        case 'status':
          return await unwrap(api.POST('/api/v1/reports/{id}/status', { params, body: change.body }));
        case 'disposisi':
          return await unwrap(api.POST('/api/v1/reports/{id}/disposisi', { params, body: change.body }));
        case 'note':
          return await unwrap(api.POST('/api/v1/reports/{id}/notes', { params, body: change.body }));
        case 'merge':
          return await unwrap(api.POST('/api/v1/reports/{id}/merge', { params, body: { into: change.into.id } }));
        case 'separate':
          return await unwrap(api.DELETE('/api/v1/reports/{id}/merge', { params }));
        case 'split':
          return await unwrap(api.POST('/api/v1/reports/{id}/split', { params, body: { children: change.children } }));
      }
    },
    onSettled: () =>
      Promise.all([
        // all, for a merger changes two
        queries.invalidateQueries({ queryKey: ['report'] }),
        queries.invalidateQueries({ queryKey: ['queue'] }),
      ]),
  });
}

export type Changing = ReturnType<typeof useChange>;

/** True when somebody else changed the report first. */
export function isConflict(cause: unknown): boolean {
  return cause instanceof ApiProblem && cause.status === 412;
}
