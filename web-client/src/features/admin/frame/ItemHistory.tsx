import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { AdminSubject } from '../../../api/types';
import { dateTime } from '../../../i18n/format';
import { lookUp } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { Skeleton } from '../../../ui/Skeleton';
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
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {changes.isPending && <Skeleton shape="line" count={3} />}
      {changes.isSuccess && items.length === 0 && <p className="muted small">{ta('admin.noHistory')}</p>}
      <ol>
        {items.map((change) => (
          <li key={change.version}>
            <strong>{change.by}</strong> <span className="muted small">{dateTime(change.at)}</span>
            {change.note && <p>{change.note}</p>}
            <ul className="small">
              {change.facts.map((it) => (
                <li key={it.field}>
                  {lookUp(`adminField.${it.field}`) ?? it.field}
                  {': '}
                  {it.before !== null && it.before !== undefined && (
                    <>
                      <del>{valueText(it.before)}</del>
                      {' → '}
                    </>
                  )}
                  <ins>{valueText(it.after)}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {changes.isError && <Failure problem={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.hasNextPage && (
        <MoreButton isLoading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()} />
      )}
    </>
  );
}
