import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { AdminSubject } from '../../../api/types';
import { ChangeList, FieldChanges } from './ChangeList';
import { valueText } from './fieldLooks';
import { HistoryFold } from './HistoryFold';

/** Who changed this thing, newest first; fetched when somebody wants to know. */
export function ItemHistory({ subject, item }: { subject: AdminSubject; item: string }) {
  return (
    <HistoryFold>
      <Changes subject={subject} item={item} />
    </HistoryFold>
  );
}

function Changes({ subject, item }: { subject: AdminSubject; item: string }) {
  const changes = useInfiniteQuery({
    queryKey: ['admin', 'changes', subject, item],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/changes', {
          params: { query: { subject, key: item, pageSize: 10, after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <ChangeList changes={changes}>
      {(change) => (
        <>
          {change.note && <p>{change.note}</p>}
          <FieldChanges fields={change.facts} words="adminField" tell={valueText} />
        </>
      )}
    </ChangeList>
  );
}
