import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { ChangedWork, NewRealisation, NewWork, NewWorkFiles, WorkStageChange } from '../../api/types';
import { type WorkChoice, workQuery } from '../../domain/workChoice';

const pageSize = 25;

export function useWorks(choice: WorkChoice) {
  return useInfiniteQuery({
    queryKey: ['works', 'list', choice],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/merata/works', {
          params: { query: { ...workQuery(choice), pageSize, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useWorkSums(choice: WorkChoice) {
  return useQuery({
    queryKey: ['works', 'sums', choice],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/merata/works/sums', { params: { query: workQuery(choice) }, signal })),
  });
}

export function useWork(id: string) {
  return useQuery({
    queryKey: ['works', 'work', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/merata/works/{id}', { params: { path: { id } }, signal })),
  });
}

export function useWorkPlans(id: string, version: number) {
  return useQuery({
    queryKey: ['works', 'plans', id, version],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/merata/works/{id}/plans', { params: { path: { id }, query: { pageSize: 100 } }, signal }),
      ),
  });
}

export function useProposeWork() {
  return useWorkChange(({ key, body }: { key: string; body: NewWork }) =>
    unwrap(api.POST('/api/v1/merata/works', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
}

export function useChangeWork(id: string, version: number) {
  return useWorkChange((body: ChangedWork) =>
    unwrap(api.PUT('/api/v1/merata/works/{id}', { params: at(id, version), body })),
  );
}

export function useMoveWork(id: string, version: number) {
  return useWorkChange((body: WorkStageChange) =>
    unwrap(api.POST('/api/v1/merata/works/{id}/stage', { params: at(id, version), body })),
  );
}

export function useRealise(id: string, version: number) {
  return useWorkChange((body: NewRealisation) =>
    unwrap(api.PUT('/api/v1/merata/works/{id}/realisation', { params: at(id, version), body })),
  );
}

export function useAddFiles(id: string, version: number) {
  return useWorkChange((body: NewWorkFiles) =>
    unwrap(api.POST('/api/v1/merata/works/{id}/files', { params: at(id, version), body })),
  );
}

export function useRemoveFile(id: string, version: number) {
  return useWorkChange(({ fileId, reason }: { fileId: string; reason: string }) => {
    const { path, header } = at(id, version);
    return unwrap(
      api.POST('/api/v1/merata/works/{id}/files/{fileId}/removal', {
        params: { path: { ...path, fileId }, header },
        body: { reason },
      }),
    );
  });
}

export function useLinkReport(id: string, version: number) {
  return useWorkChange((report: string) =>
    unwrap(api.POST('/api/v1/merata/works/{id}/reports', { params: at(id, version), body: { report } })),
  );
}

export function useUnlinkReport(id: string, version: number) {
  return useWorkChange(({ reportId, reason }: { reportId: string; reason: string }) => {
    const { path, header } = at(id, version);
    return unwrap(
      api.POST('/api/v1/merata/works/{id}/reports/{reportId}/removal', {
        params: { path: { ...path, reportId }, header },
        body: { reason },
      }),
    );
  });
}

function at(id: string, version: number) {
  return { path: { id }, header: { 'If-Match': etag(version) } };
}

/** Whatever comes of it, lists and work are read again. */
function useWorkChange<Sent, Told>(send: (sent: Sent) => Promise<Told>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: Sent) => throughSignIn(() => send(sent)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['works'] }),
  });
}
