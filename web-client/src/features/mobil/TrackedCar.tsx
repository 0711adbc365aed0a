import { useCallback, useState } from 'react';
import { ApiProblem, problemText } from '../../api/ApiProblem';
import { api, etag, unwrap } from '../../api/client';
import type { TrackedCarRequest } from '../../api/types';
import { useResource } from '../../api/useResource';
import { carStatusLooks } from '../../domain/carStatus';
import { clock, dateTime, weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { tr } from '../../i18n/tr';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { AskTwice } from './AskTwice';
import { CarOwnData } from './CarOwnData';
import { forgetCarRequest } from './keptCarRequests';
import './mobil.css';

/** A request as whoever asked follows it. */
export function TrackedCar({ code, secret }: { code: string; secret: string }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/mobmas/tracking/{trackingCode}', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
          signal,
        }),
      ),
    [code, secret],
  );
  const { data, problem, reload } = useResource(load);
  const [isCancelled, setCancelled] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();

  const cancel = async (version: number) => {
    setTrouble(undefined);
    try {
      await unwrap(
        api.POST('/api/v1/mobmas/tracking/{trackingCode}/cancellation', {
          params: { path: { trackingCode: code }, header: { 'If-Match': etag(version) } },
          headers: { 'Report-Secret': secret },
        }),
      );
      setCancelled(true);
    } catch (cause) {
      setTrouble(cause);
    }
    reload();
  };

  if (problem instanceof ApiProblem && problem.status === 404) {
    forgetCarRequest(code);
    return (
      <div className="stack">
        <Heading title={tm('car.trackTitle', { code })} />
        <Notice tone="err">
          <p>{tm('car.trackUnknown')}</p>
        </Notice>
      </div>
    );
  }
  if (!data)
    return problem === undefined ? <Skeleton shape="card" count={3} /> : <Failure problem={problem} onRetry={reload} />;

  const look = carStatusLooks[data.status];
  return (
    <div className="stack-large">
      <div className="stack">
        <Heading title={tm('car.trackTitle', { code: data.trackingCode })} />
        <p>
          <span className={`badge ${look.tone}`}>
            <Icon name={look.icon} />
            {tr(`carStatus.${data.status}`)}
          </span>{' '}
          {data.reason && <span className="muted">{tm(`carRefusal.${data.reason}`)}</span>}
        </p>
        {isCancelled && (
          <Notice tone="ok" role="status">
            <p>{tm('car.cancelled')}</p>
          </Notice>
        )}
        {trouble !== undefined && (
          <Notice tone="err" role="alert">
            <p>{problemText(trouble)}</p>
          </Notice>
        )}
      </div>
      <Facts request={data} />
      <section className="stack" aria-labelledby="car-history">
        <h2 id="car-history">{tm('car.history')}</h2>
        <ol className="car-timeline">
          {data.timeline.toReversed().map((it) => (
            <li key={`${it.at}${it.kind}`}>
              <strong>{tm(`carEvent.${it.kind}`)}</strong>
              <p className="small muted">
                {dateTime(it.at)} · {it.agency.name}
              </p>
              {it.note && <p className="car-note">{it.note}</p>}
            </li>
          ))}
        </ol>
      </section>
      {data.mayCancel && (
        <AskTwice
          ask={tm('car.cancel')}
          text={tm('car.cancelText')}
          yes={tm('car.cancelYes')}
          onYes={() => cancel(data.version)}
        />
      )}
      <CarOwnData code={code} secret={secret} onChanged={reload} />
    </div>
  );
}

function Facts({ request }: { request: TrackedCarRequest }) {
  const facts: [string, string][] = [
    [tm('car.col.purpose'), [tm(`carPurpose.${request.purpose}`), request.need].filter(Boolean).join(': ')],
    [tm('car.when'), `${weekday(request.from)}, ${clock(request.from).replace(' WIB', '')}–${clock(request.until)}`],
    [tm('car.ward'), request.kelurahan.name],
    [tm('car.decides'), request.agency.name],
    ...(request.pickUp ? ([[tm('car.pickUp'), request.pickUp]] as [string, string][]) : []),
    ...(request.destination ? ([[tm('car.destination'), request.destination]] as [string, string][]) : []),
    [tm('car.passengers'), String(request.passengers)],
    ...(request.car ? ([[tm('car.plate'), `${request.car.name}, ${request.car.plate}`]] as [string, string][]) : []),
  ];
  return (
    <dl className="car-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
