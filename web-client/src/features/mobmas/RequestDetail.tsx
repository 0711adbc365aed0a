import { Link } from 'wouter';
import type { CarRequestDetail } from '../../api/types';
import { CarStatusMark } from '../../domain/rides/CarStatusMark';
import { statusText } from '../../domain/status';
import { dateTime, number, weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { ContactReader } from './ContactReader';
import { hours } from './days';
import { RequestMoves } from './RequestMoves';

import { useCarRequest } from './useCars';

/** One request: what is wanted, what can be done about it, and what has been. */
export function RequestDetail({ id }: { id: string }) {
  const { data, error, refetch } = useCarRequest(id);
  return (
    <div className="stack-large">
      <Link href="/mobil" className="text-button">
        <Icon name="back" />
        {tm('car.back')}
      </Link>
      {data ? (
        <Shown key={data.id} request={data} />
      ) : error ? (
        <Failure problem={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton shape="card" count={3} />
      )}
    </div>
  );
}

function Shown({ request }: { request: CarRequestDetail }) {
  return (
    <div className="car-detail">
      <section className="stack" aria-labelledby="wanted">
        <h2 id="wanted">
          {weekday(request.from)}, {hours(request.from, request.until)}
        </h2>
        <p>
          <CarStatusMark status={request.status} />{' '}
          {request.reason && <span className="muted">{tm(`carRefusal.${request.reason}`)}</span>}
        </p>
        <dl className="car-facts">
          {factsOf(request).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {request.report && (
            <div>
              <dt>{tm('car.ask.forReport')}</dt>
              <dd>
                <Link href={`/laporan/${request.report.id}`}>{request.report.trackingCode}</Link>{' '}
                {request.report.service.name}
                <span className="small muted"> · {statusText(request.report.status)}</span>
              </dd>
            </div>
          )}
        </dl>
        <ContactReader request={request} />
      </section>
      <RequestMoves request={request} />
      <section className="stack" aria-labelledby="history">
        <h2 id="history">{tm('car.history')}</h2>
        <ol className="car-timeline">
          {request.history.toReversed().map((it) => (
            <li key={`${it.at}${it.kind}`}>
              <strong>{tm(`carEvent.${it.kind}`)}</strong>
              <p className="small muted">
                {dateTime(it.at)} · {it.by} · {it.agency.name}
              </p>
              {it.note && <p className="car-note">{it.note}</p>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function factsOf(request: CarRequestDetail): [string, string][] {
  const { trip } = request;
  return [
    [tm('car.number'), request.trackingCode],
    [tm('car.col.purpose'), tm(`carPurpose.${request.purpose}`)],
    ...maybe(tm('car.need.short'), request.need),
    ...maybe(tm('car.pickUp'), request.pickUp),
    ...maybe(tm('car.destination'), request.destination),
    [tm('car.passengers'), String(request.passengers)],
    [tm('car.ward'), request.kelurahan.name],
    [tm('car.decides'), request.agency.name],
    ...maybe(tm('car.plate'), request.car?.name),
    [tm('car.came'), `${tm(`carChannel.${request.channel}`)}, ${dateTime(request.submittedAt)}`],
    ...maybe(tm('car.col.driver'), trip?.driver),
    ...maybe(
      tm('car.col.km'),
      typeof trip?.kilometres === 'number' && tm('car.km', { count: number(trip.kilometres) }),
    ),
    ...maybe(tm('car.tripNote'), trip?.note),
  ];
}

function maybe(name: string, value: string | false | null | undefined): [string, string][] {
  return value ? [[name, value]] : [];
}
