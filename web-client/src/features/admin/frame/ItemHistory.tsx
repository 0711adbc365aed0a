import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { AdminSubject } from '../../../api/types';
import { ChangeList, FieldChanges } from './ChangeList';
import { valueText } from './fieldLooks';
import { HistoryFold } from './HistoryFold';

interface ItemHistoryProps {
  subject: AdminSubject;
  item: string;
  /** How a value reads, where it is not told as it is. */
  tell?: (value: unknown, field: string) => string;
}

/** Who changed this thing, newest first; fetched when somebody wants to know. */
export function ItemHistory(props: ItemHistoryProps) {
  return (
    <HistoryFold>
      <Changes {...props} />
    </HistoryFold>
  );
}

function Changes({ subject, item, tell = valueText }: ItemHistoryProps) {
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
          <FieldChanges fields={change.facts} words="adminField" tell={tell} />
        </>
      )}
    </ChangeList>
  );
}
