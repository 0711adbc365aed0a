import { Link } from 'wouter';
import { useMay } from '../../api/account';
import type { CarEntry } from '../../api/types';
import { day, number } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { noon } from './days';
import { useCarList } from './useCars';

/** The cars of one's area, with state and papers. */
export function CarList() {
  const { data, error, refetch } = useCarList();
  const mayKeep = useMay('handleCars');
  if (!data)
    return error ? <Failure problem={error} onRetry={() => void refetch()} /> : <Skeleton shape="card" count={3} />;
  return (
    <div className="stack">
      {mayKeep && (
        <Link href="/mobil/mobil/baru" className="button quiet compact">
          {tm('car.newCar')}
        </Link>
      )}
      {data.items.length === 0 && <p className="muted">{tm('car.noCarsSeen')}</p>}
      <ul className="car-list">
        {data.items.map((it) => (
          <Row key={it.id} car={it} />
        ))}
      </ul>
    </div>
  );
}

function Row({ car }: { car: CarEntry }) {
  return (
    <li className="card">
      <h3>
        <Link href={`/mobil/mobil/${car.id}`}>{car.name}</Link>
      </h3>
      <p className="row">
        <StateMark car={car} />
        {car.out && (
          <span className="badge">
            <Icon name="route" />
            {tm('car.onRoad')}
          </span>
        )}
      </p>
      {car.stateReason && <p>{car.stateReason}</p>}
      <p className="small muted">
        {car.plate} · {car.agency.name} · {tm('car.seats', { count: car.seats })} ·{' '}
        {tm('car.km', { count: number(car.odometer) })}
      </p>
      <Papers car={car} />
    </li>
  );
}

export function StateMark({ car }: { car: CarEntry }) {
  const tone = car.state === 'available' ? 'ok' : car.state === 'maintenance' ? 'warn' : 'plain';
  return (
    <span className={`badge ${tone}`}>
      <Icon name={car.state === 'available' ? 'check' : car.state === 'maintenance' ? 'tool' : 'close'} />
      {tm(`carState.${car.state}`)}
    </span>
  );
}

const paperTexts = { over: 'car.paperOver', soon: 'car.paperSoon', later: 'car.paperLater' } as const;

/** Papers that are over or end soon say so first, in words and colour. */
export function Papers({ car }: { car: CarEntry }) {
  return (
    <ul className="car-papers small">
      {car.papers.map((it) => (
        <li key={it.paper} className={it.due}>
          {it.due !== 'later' && <Icon name="warning" />}
          {tm(paperTexts[it.due], { paper: tm(`carPaper.${it.paper}`), day: day(noon(it.dueOn)) })}
        </li>
      ))}
    </ul>
  );
}
