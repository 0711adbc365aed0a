import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { SimilarReport } from '../../../api/types';

interface Judgement {
  other: SimilarReport;
  isRejected: boolean;
}

/**
 * "Bukan duplikat", and taking it back. The list is not read again at once: the row just judged would be gone before
 * anybody could take it back.
 */
export function useRejection(reportId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ other, isRejected }: Judgement) => {
      const params = { path: { id: reportId, otherId: other.report.id } };
      return unwrap<unknown>(
        isRejected
          ? api.PUT('/api/v1/reports/{id}/similar/{otherId}/rejection', { params })
          : api.DELETE('/api/v1/reports/{id}/similar/{otherId}/rejection', { params }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: similarKey(reportId), refetchType: 'none' }),
  });
}

export function similarKey(reportId: string) {
  return ['report', reportId, 'similar'];
}
