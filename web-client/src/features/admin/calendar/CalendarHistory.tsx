import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client';
import { dateTime, day } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { Skeleton } from '../../../ui/Skeleton';

const shown = 6;

/** Who edited the calendar, newest first; fetched when somebody wants to know. */
export function CalendarHistory() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="item-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{ta('admin.history')}</summary>
      {isOpen && <Changes />}
    </details>
  );
}

function Changes() {
  const changes = useInfiniteQuery({
    queryKey: ['admin', 'calendar', 'changes'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/calendar/changes', { params: { query: { pageSize: 10, after: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {changes.isPending && <Skeleton shape="line" count={3} />}
      {changes.isError && <Failure problem={changes.error} onRetry={() => void changes.refetch()} />}
      <ol>
        {items.map((change) => (
          <li key={change.version}>
            <strong>{change.by}</strong> <span className="muted small">{dateTime(change.at)}</span>
            <ul className="small">
              {change.days.slice(0, shown).map((it) => (
                <li key={it.date}>
                  {day(it.date)}:{' '}
                  {it.after ? ta('calendar.becomesFree', { name: it.after.name }) : ta('calendar.becomesWorking')}
                </li>
              ))}
              {change.days.length > shown && <li>{ta('calendar.andMore', { count: change.days.length - shown })}</li>}
              {change.officeHours.map((it) => (
                <li key={it.validFrom}>{ta('calendar.hoursFrom', { day: day(it.validFrom) })}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {changes.hasNextPage && (
        <MoreButton isLoading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()} />
      )}
    </>
  );
}
