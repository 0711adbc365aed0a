import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { NewReplyTemplate } from '../../../api/types';

const templates = queryOptions({
  queryKey: ['admin', 'replies'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/reply-templates', { signal })),
});

export function useReplyTemplates() {
  return useQuery(templates);
}

export function useReplyWriting() {
  const queries = useQueryClient();
  const reread = () => queries.fetchQuery({ ...templates, staleTime: 0 });
  const params = (id: string, version: number) => ({ path: { id }, header: { 'If-Match': etag(version) } });
  return {
    reread,
    save: async (id: string, body: NewReplyTemplate, version: number) => {
      await unwrap(api.PUT('/api/v1/admin/reply-templates/{id}', { params: params(id, version), body }));
      await queries.invalidateQueries({ queryKey: templates.queryKey });
    },
    remove: async (id: string, version: number) => {
      await unwrap(api.DELETE('/api/v1/admin/reply-templates/{id}', { params: params(id, version) }));
      await queries.invalidateQueries({ queryKey: templates.queryKey });
    },
  };
}
