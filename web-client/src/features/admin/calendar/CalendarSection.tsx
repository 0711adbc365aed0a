import { useState } from 'react';
import { Link } from 'wouter';
import type { CalendarYear } from '../../../api/types';
import { day, weekday } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { CalendarHistory } from './CalendarHistory';
import { DayForm } from './DayForm';
import { HoursForm } from './HoursForm';
import { ImportForm } from './ImportForm';
import { kinds } from './kinds';
import { useCalendar } from './useCalendar';
import './calendar.css';

type Day = CalendarYear['days'][number];
type Hours = CalendarYear['officeHours'][number];

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Days off and office hours, on which every deadline is counted. The address names a day, a period (`jam-…`), or what is done anew. */
export function CalendarSection({ base, item }: SectionProps) {
  const [year, setYear] = useState(() =>
    item && isDay.test(item) ? Number(item.slice(0, 4)) : new Date().getFullYear(),
  );
  const calendar = useCalendar(year);
  const days = calendar.data?.days ?? [];
  const hours = calendar.data?.officeHours ?? [];
  const chosenDay = days.find((it) => it.date === item);
  const chosenHours = hours.find((it) => `jam-${it.validFrom}` === item);
  const version = calendar.data?.version ?? 0;

  const dayColumns: Column<Day>[] = [
    { key: 'date', title: ta('calendar.date'), cell: (it) => weekday(it.date) },
    { key: 'name', title: ta('calendar.name'), cell: (it) => it.name },
    { key: 'kind', title: ta('calendar.kind'), isExtra: true, cell: (it) => ta(kinds[it.kind]) },
  ];
  const hourColumns: Column<Hours>[] = [
    { key: 'from', title: ta('calendar.validFrom'), cell: (it) => day(it.validFrom) },
    { key: 'hours', title: ta('calendar.open'), cell: (it) => `${shortTime(it.opens)}–${shortTime(it.closes)}` },
    {
      key: 'until',
      title: ta('calendar.validUntil'),
      cell: (it) => (it.validUntil ? day(it.validUntil) : ta('calendar.onwards')),
    },
  ];

  return (
    <SectionPage
      title={ta('calendar.title')}
      lead={ta('calendar.lead')}
      base={base}
      item={titleOf(item, chosenDay, chosenHours)}
      action={
        <div className="year-pick">
          <button type="button" className="button quiet compact" onClick={() => setYear(year - 1)}>
            {year - 1}
          </button>
          <strong aria-live="polite">{year}</strong>
          <button type="button" className="button quiet compact" onClick={() => setYear(year + 1)}>
            {year + 1}
          </button>
        </div>
      }
      list={
        <>
          <p className="row calendar-adds">
            <Link href={`${base}/baru`} className="button quiet compact">
              {ta('calendar.addDay')}
            </Link>
            <Link href={`${base}/jam-baru`} className="button quiet compact">
              {ta('calendar.addHours')}
            </Link>
            <Link href={`${base}/impor`} className="button quiet compact">
              {ta('calendar.import')}
            </Link>
          </p>
          {calendar.isPending && <Skeleton shape="line" count={8} />}
          {calendar.isError && <Failure problem={calendar.error} onRetry={() => void calendar.refetch()} />}
          {calendar.isSuccess && (
            <>
              <DataTable
                caption={ta('calendar.daysOf', { year })}
                columns={dayColumns}
                rows={days}
                rowKey={(it) => it.date}
                href={(it) => `${base}/${it.date}`}
                selected={item}
                empty={ta('calendar.noDays')}
              />
              <h2>{ta('calendar.hours')}</h2>
              <DataTable
                caption={ta('calendar.hours')}
                columns={hourColumns}
                rows={hours}
                rowKey={(it) => `jam-${it.validFrom}`}
                href={(it) => `${base}/jam-${it.validFrom}`}
                selected={item}
                empty={ta('calendar.usualHours')}
              />
            </>
          )}
        </>
      }
    >
      {calendar.data && (
        <>
          {(item === 'baru' || chosenDay) && <DayForm key={item} base={base} day={chosenDay} version={version} />}
          {(item === 'jam-baru' || chosenHours) && (
            <HoursForm key={item} base={base} hours={chosenHours} version={version} />
          )}
          {item === 'impor' && <ImportForm version={version} />}
          {!chosenDay && !chosenHours && !['baru', 'jam-baru', 'impor'].includes(item ?? '') && (
            <p>{ta('admin.notThere')}</p>
          )}
          <CalendarHistory />
        </>
      )}
    </SectionPage>
  );
}

/** "07.30" of "07:30:00". */
function shortTime(time: string): string {
  return time.slice(0, 5).replace(':', '.');
}

function titleOf(
  item: string | undefined,
  chosenDay: Day | undefined,
  chosenHours: Hours | undefined,
): string | undefined {
  if (item === undefined) return undefined;
  if (chosenDay) return weekday(chosenDay.date);
  if (chosenHours) return ta('calendar.hoursFrom', { day: day(chosenHours.validFrom) });
  if (item === 'impor') return ta('calendar.import');
  return ta(item === 'jam-baru' ? 'calendar.addHours' : 'calendar.addDay');
}
