import { useInfiniteQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { day } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { ChangeList } from '../frame/ChangeList';
import { HistoryFold } from '../frame/HistoryFold';

const shown = 6;

/** Who edited the calendar, newest first; fetched when somebody wants to know. */
export function CalendarHistory() {
  return (
    <HistoryFold>
      <Changes />
    </HistoryFold>
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
  return (
    <ChangeList changes={changes}>
      {(change) => (
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
      )}
    </ChangeList>
  );
}
