import { useCallback } from 'react';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { tm } from '../../i18n/tm';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { Skeleton } from '../../ui/Skeleton';
import { TextField } from '../../ui/TextField';
import { type CarFieldsProps, inKediri } from './carDraft';
import './times.css';

// every half hour of service, 06.00 to 21.00
const times = Array.from({ length: 31 }, (_, it) => {
  const minutes = 6 * 60 + it * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});

export function TimeStep({ draft, update, problems }: CarFieldsProps) {
  const today = inKediri(new Date().toISOString()).date;
  const last = inKediri(new Date(Date.now() + 60 * 86_400_000).toISOString()).date;
  const options = times.map((it) => ({ value: it, text: it.replace(':', '.') }));
  return (
    <>
      <TextField
        id="date"
        type="date"
        label={tm('car.date')}
        min={today}
        max={last}
        problem={problems.date}
        value={draft.date}
        onChange={(date) => update({ date })}
      />
      {draft.ward && draft.date >= today && draft.date <= last && (
        <FreeTimes ward={draft.ward.code} date={draft.date} />
      )}
      <div className="time-pair">
        <SelectField
          id="from"
          label={tm('car.from')}
          empty={tm('car.chooseTime')}
          problem={problems.from}
          options={options.slice(0, -1)}
          value={draft.from}
          onChange={(from) => update({ from })}
        />
        <SelectField
          id="until"
          label={tm('car.until')}
          empty={tm('car.chooseTime')}
          problem={problems.until}
          options={options.slice(1)}
          value={draft.until}
          onChange={(until) => update({ until })}
        />
      </div>
    </>
  );
}

/** The cars that the ward is offered, and when each is free on that day. */
function FreeTimes({ ward, date }: { ward: string; date: string }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(api.GET('/api/v1/mobmas/availability', { params: { query: { kelurahan: ward, date } }, signal })),
    [ward, date],
  );
  const { data, problem, reload } = useResource(load);
  if (!data) return problem === undefined ? <Skeleton shape="card" /> : <Failure problem={problem} onRetry={reload} />;
  return (
    <section className="card stack" aria-labelledby="free-times">
      <h2 id="free-times">{tm('car.freeTitle')}</h2>
      {data.pool && data.cars.length > 0 && (
        <p className="small muted">{tm('car.pool', { ward: data.kelurahan.name, agency: data.agency.name })}</p>
      )}
      {data.cars.length === 0 && <p>{tm('car.noCars')}</p>}
      <ul className="free-cars">
        {data.cars.map((car) => (
          <li key={car.id}>
            <strong>{car.name}</strong> <span className="small muted">{tm('car.seats', { count: car.seats })}</span>
            <p>{car.free.length === 0 ? tm('car.fullDay') : car.free.map((it) => span(it)).join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function span({ from, until }: { from: string; until: string }): string {
  const dotted = (iso: string) => inKediri(iso).time.replace(':', '.');
  return tm('car.span', { from: dotted(from), until: dotted(until) });
}
