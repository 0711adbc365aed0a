import { useState } from 'react';
import type { CarUse } from '../../api/types';
import { number, percent } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { type Column, DataTable } from '../../ui/DataTable';
import { Failure } from '../../ui/Failure';
import { Skeleton } from '../../ui/Skeleton';
import { TextField } from '../../ui/TextField';
import { addDays, today } from './days';
import { useCarUse } from './useCars';

const month = 29; // days before today

// asked when shown: the words come after this file
const byCar = (): Column<CarUse['cars'][number]>[] => [
  { key: 'car', title: tm('car.col.car'), cell: (it) => it.car, sortBy: (it) => it.car },
  {
    key: 'share',
    title: tm('car.col.share'),
    cell: (it) => (typeof it.share === 'number' ? percent(it.share) : '–'),
    sortBy: (it) => it.share ?? -1,
  },
  {
    key: 'hours',
    title: tm('car.col.hours'),
    cell: (it) => tm('car.ofHours', { booked: number(it.bookedHours), available: number(it.availableHours) }),
    isExtra: true,
  },
  { key: 'trips', title: tm('car.col.trips'), cell: (it) => number(it.trips), sortBy: (it) => it.trips },
  {
    key: 'km',
    title: tm('car.col.km'),
    cell: (it) => tm('car.km', { count: number(it.kilometres) }),
    sortBy: (it) => it.kilometres,
  },
  { key: 'noShows', title: tm('car.col.noShows'), cell: (it) => number(it.noShows), isExtra: true },
];

const byWard = (): Column<CarUse['wards'][number]>[] => [
  { key: 'ward', title: tm('car.col.ward'), cell: (it) => it.kelurahan.name, sortBy: (it) => it.kelurahan.name },
  { key: 'requests', title: tm('car.col.requests'), cell: (it) => number(it.requests), sortBy: (it) => it.requests },
  { key: 'granted', title: tm('car.col.granted'), cell: (it) => number(it.granted), isExtra: true },
  {
    key: 'refused',
    title: tm('car.col.refused'),
    cell: (it) => it.refused.map((one) => `${tm(`carRefusal.${one.reason}`)} ${number(one.count)}`).join(', ') || '–',
    isExtra: true,
  },
  { key: 'unmet', title: tm('car.col.unmet'), cell: (it) => number(it.unmet), sortBy: (it) => it.unmet },
];

/** How the cars are used, and what could not be met. */
export function UseFigures() {
  const [from, setFrom] = useState(addDays(today(), -month));
  const [until, setUntil] = useState(today());
  const { data, error, refetch } = useCarUse(from, until);
  return (
    <div className="stack-large">
      <div className="car-pair">
        <TextField
          id="use-from"
          type="date"
          label={tm('car.useFrom')}
          value={from}
          onChange={(day) => day && setFrom(day)}
        />
        <TextField
          id="use-until"
          type="date"
          label={tm('car.useUntil')}
          value={until}
          onChange={(day) => day && setUntil(day)}
        />
      </div>
      {!data &&
        (error ? <Failure problem={error} onRetry={() => void refetch()} /> : <Skeleton shape="card" count={3} />)}
      {data && (
        <>
          {/* the words of the API are Indonesian only */}
          <p className="small muted">{tm('car.useHow')}</p>
          <section className="stack" aria-labelledby="by-car">
            <h2 id="by-car">{tm('car.useByCar')}</h2>
            <DataTable
              caption={tm('car.useByCar')}
              columns={byCar()}
              rows={data.cars}
              rowKey={(it) => it.car}
              empty={tm('car.noCarsSeen')}
            />
          </section>
          <section className="stack" aria-labelledby="by-ward">
            <h2 id="by-ward">{tm('car.useByWard')}</h2>
            <DataTable
              caption={tm('car.useByWard')}
              columns={byWard()}
              rows={data.wards}
              rowKey={(it) => it.kelurahan.code}
              empty={tm('car.useEmpty')}
            />
          </section>
        </>
      )}
    </div>
  );
}
