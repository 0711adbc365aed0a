import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { NotificationRule, NotificationTemplate } from '../../../api/types';

const matrix = queryOptions({
  queryKey: ['admin', 'matrix'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/notifications', { signal })),
});

const templates = queryOptions({
  queryKey: ['admin', 'templates'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/admin/notifications/templates', { signal }))).items,
});

export function useMatrix() {
  return useQuery(matrix);
}

export function useTemplates() {
  return useQuery(templates);
}

export function useMatrixWriting() {
  const queries = useQueryClient();
  return {
    reread: () => queries.fetchQuery({ ...matrix, staleTime: 0 }),
    save: async (rules: NotificationRule[], version: number) => {
      const params = { header: { 'If-Match': etag(version) } };
      await unwrap(api.PUT('/api/v1/admin/notifications', { params, body: { rules } }));
      await queries.invalidateQueries({ queryKey: matrix.queryKey });
    },
  };
}

export function useTemplateWriting({ occasion, voice, language }: NotificationTemplate) {
  const queries = useQueryClient();
  const path = { occasion, voice, language };
  return {
    reread: async () =>
      (await queries.fetchQuery({ ...templates, staleTime: 0 })).find(
        (it) => it.occasion === occasion && it.voice === voice && it.language === language,
      ),
    save: async (body: { subject: string; body: string }, version: number) => {
      const params = { path, header: { 'If-Match': etag(version) } };
      await unwrap(api.PUT('/api/v1/admin/notifications/templates/{occasion}/{voice}/{language}', { params, body }));
      await queries.invalidateQueries({ queryKey: templates.queryKey });
    },
    preview: (body: { subject: string; body: string }, signal: AbortSignal) =>
      unwrap(
        api.POST('/api/v1/admin/notifications/templates/{occasion}/{voice}/{language}/preview', {
          params: { path },
          body,
          signal,
        }),
      ),
  };
}
