import { useCallback, useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { dateTime, day } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { Failure } from '../../ui/Failure';
import { FieldProblem } from '../../ui/Field';
import { Skeleton } from '../../ui/Skeleton';
import { AskTwice } from './AskTwice';

interface CarOwnDataProps {
  code: string;
  secret: string;
  onErased: () => void;
}

/** What is kept of the person, who has read it, and the right to have it erased (UU 27/2022). */
export function CarOwnData(props: CarOwnDataProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="car-own" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{tm('car.data')}</summary>
      {isOpen && <Held {...props} />}
    </details>
  );
}

function Held({ code, secret, onErased }: CarOwnDataProps) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/mobmas/tracking/{trackingCode}/personal-data', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
          signal,
        }),
      ),
    [code, secret],
  );
  const { data, problem, reload } = useResource(load);
  const [trouble, setTrouble] = useState<unknown>();

  const erase = async () => {
    setTrouble(undefined);
    try {
      await unwrap(
        api.DELETE('/api/v1/mobmas/tracking/{trackingCode}/personal-data', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
        }),
      );
      onErased();
    } catch (cause) {
      setTrouble(cause);
    }
    reload();
  };

  if (!data) return problem === undefined ? <Skeleton shape="card" /> : <Failure problem={problem} onRetry={reload} />;
  const { contact } = data;
  return (
    <div className="stack">
      <p>{contact ? [contact.name, contact.phone, contact.email].filter(Boolean).join(', ') : tm('car.dataGone')}</p>
      {data.keptUntil && (
        <p className="muted">
          {tm('car.dataKept')} {day(data.keptUntil)}
        </p>
      )}
      <h3>{tm('car.dataReadings')}</h3>
      {data.readings.length === 0 && <p className="muted">{tm('car.dataUnread')}</p>}
      <ul>
        {data.readings.map((it) => (
          <li key={it.at}>
            {tm('car.dataReading', {
              agency: it.agency?.name ?? tm('car.city'),
              at: dateTime(it.at),
              reason: it.reason,
            })}
          </li>
        ))}
      </ul>
      {trouble !== undefined && <FieldProblem>{problemText(trouble)}</FieldProblem>}
      {contact && <AskTwice ask={tm('car.erase')} text={tm('car.eraseText')} yes={tm('car.eraseYes')} onYes={erase} />}
    </div>
  );
}
