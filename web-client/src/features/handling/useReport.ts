import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

export function useReport(id: string) {
  return useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reports/{id}', { params: { path: { id } }, signal })),
  });
}
