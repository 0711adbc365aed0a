import { Link } from 'wouter';
import type { CarEntry } from '../../api/types';
import { dateTime, day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { CopyButton } from '../../ui/CopyButton';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { CarForm } from './CarForm';
import { Papers, StateMark } from './CarList';
import { noon } from './days';
import { useCar, useRenewFeed } from './useCars';

/** One car: what its keeper says of it, what happened to it, and its calendar for a telephone. */
export function CarDetail({ id }: { id: string }) {
  const { data, error, refetch } = useCar(id);
  return (
    <div className="stack-large">
      <Link href="/mobil/mobil" className="text-button">
        <Icon name="back" />
        {tm('car.cars')}
      </Link>
      {!data &&
        (error ? <Failure problem={error} onRetry={() => void refetch()} /> : <Skeleton shape="card" count={3} />)}
      {data && (
        <>
          <header className="stack">
            <h2>{data.car.name}</h2>
            <p>
              <StateMark car={data.car} /> {data.car.stateReason}
            </p>
            <Papers car={data.car} />
          </header>
          {data.upcoming > 0 && data.car.state !== 'available' && (
            <Notice tone="warn">
              <p>{tm('car.upcoming', { count: data.upcoming })}</p>
            </Notice>
          )}
          {data.car.mayKeep && data.car.state !== 'retired' && <CarForm key={data.car.version} car={data.car} />}
          {data.car.mayKeep && <Feed car={data.car} />}
          <section className="stack" aria-labelledby="car-history">
            <h2 id="car-history">{tm('car.carHistory')}</h2>
            <ol className="car-timeline">
              {data.history.map((it) => (
                <li key={`${it.at}${it.kind}${it.paper}`}>
                  <strong>{tm(`carChange.${it.kind}`)}</strong>
                  {it.paper && it.dueOn && `: ${tm(`carPaper.${it.paper}`)}, ${day(noon(it.dueOn))}`}
                  {it.reason && `: ${it.reason}`}
                  <p className="small muted">
                    {dateTime(it.at)} · {it.by} · {tm(`carState.${it.state}`)}
                  </p>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </div>
  );
}

function Feed({ car }: { car: CarEntry }) {
  const renew = useRenewFeed(car.id);
  const address = renew.data && `${location.origin}${renew.data.path}`;
  return (
    <section className="stack" aria-labelledby="feed">
      <h2 id="feed">{tm('car.feed')}</h2>
      <p>{tm('car.feedText')}</p>
      {address ? (
        <Notice tone="ok" role="status">
          <p>{tm('car.feedOnce')}</p>
          <p className="car-address">{address}</p>
          <CopyButton text={address} label={t('link.copy')} />
        </Notice>
      ) : (
        <button
          type="button"
          className="button quiet compact"
          aria-disabled={renew.isPending}
          onClick={() => renew.mutate(car.version)}
        >
          {tm('car.feedMake')}
        </button>
      )}
    </section>
  );
}
