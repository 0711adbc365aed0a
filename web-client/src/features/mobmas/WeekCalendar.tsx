import { useState } from 'react';
import { Link } from 'wouter';
import type { CarSchedule } from '../../api/types';
import { day, shortDay, weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { addDays, dayOf, hours, mondayOf, noon, today } from './days';
import { useCarCalendar } from './useCars';

const weekLength = 7;

/** A week of every car: a table where there is room, a list of days on a phone. */
export function WeekCalendar() {
  const [monday, setMonday] = useState(mondayOf(today()));
  const days = Array.from({ length: weekLength }, (_, index) => addDays(monday, index));
  const { data, error, refetch } = useCarCalendar(monday, addDays(monday, weekLength - 1));
  return (
    <div className="stack">
      <div className="row">
        <button
          type="button"
          className="button quiet compact"
          aria-label={tm('car.weekBefore')}
          onClick={() => setMonday(addDays(monday, -weekLength))}
        >
          <Icon name="back" />
        </button>
        <button type="button" className="button quiet compact" onClick={() => setMonday(mondayOf(today()))}>
          {tm('car.thisWeek')}
        </button>
        <button
          type="button"
          className="button quiet compact"
          aria-label={tm('car.weekAfter')}
          onClick={() => setMonday(addDays(monday, weekLength))}
        >
          <Icon name="next" />
        </button>
        <p aria-live="polite">{tm('car.week', { day: day(noon(monday)) })}</p>
      </div>
      {!data &&
        (error ? <Failure problem={error} onRetry={() => void refetch()} /> : <Skeleton shape="card" count={3} />)}
      {data?.cars.length === 0 && <p className="muted">{tm('car.noCarsSeen')}</p>}
      {data && data.cars.length > 0 && (
        <div className="week">
          <table>
            <caption className="visually-hidden">{tm('car.calendar')}</caption>
            <thead>
              <tr className="week-row week-head">
                <th scope="col">{tm('car.cars')}</th>
                {days.map((it) => (
                  <th key={it} scope="col" className={it === today() ? 'is-today' : undefined}>
                    {weekday(noon(it)).split(',')[0]}, {shortDay(noon(it))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.cars.map((it) => (
                <CarWeek key={it.id} car={it} days={days} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function CarWeek({ car, days }: { car: CarSchedule; days: string[] }) {
  return (
    <tr className="week-row">
      <th scope="row" className="week-car">
        <strong>{car.name}</strong>
        <p className="small muted">
          {car.plate} · {tm('car.seats', { count: car.seats })}
        </p>
        {car.state !== 'available' && (
          <p className="small">
            <span className="badge warn">
              <Icon name="tool" />
              {tm(`carState.${car.state}`)}
            </span>{' '}
            {car.stateReason}
          </p>
        )}
      </th>
      {days.map((it) => {
        const bookings = car.bookings.filter((booking) => dayOf(booking.from) === it);
        return (
          <td key={it} className={bookings.length === 0 ? 'week-day is-free' : 'week-day'}>
            <p className="week-date small muted" aria-hidden="true">
              {weekday(noon(it)).split(',')[0]}, {shortDay(noon(it))}
            </p>
            {bookings.length === 0 && (
              <span className="muted small">{car.state === 'available' ? tm('car.free') : '–'}</span>
            )}
            {bookings.map((booking) => (
              <p key={booking.requestId} className={`week-booking ${booking.status}`}>
                {booking.visible ? (
                  <Link href={`/mobil/permintaan/${booking.requestId}`}>{hours(booking.from, booking.until)}</Link>
                ) : (
                  hours(booking.from, booking.until)
                )}
                <span className="small">
                  {booking.visible ? tm(`carPurpose.${booking.purpose}`) : tm('car.taken')}, {booking.kelurahan.name}
                </span>
              </p>
            ))}
          </td>
        );
      })}
    </tr>
  );
}
