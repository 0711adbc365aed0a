import { Suspense, useCallback, useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { LazyContactForm } from '../../domain/lazyContactForm';
import { dateTime, day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { Announcement } from '../../ui/Announcement';
import { Failure } from '../../ui/Failure';
import { FieldProblem } from '../../ui/Field';
import { Skeleton } from '../../ui/Skeleton';
import { AskTwice } from './AskTwice';

interface CarOwnDataProps {
  code: string;
  secret: string;
  /** The request on the screen is no longer the present one. */
  onChanged: () => void;
}

/** What is kept of the person, who has read it, and the rights to correct and to erase it (UU 27/2022). */
export function CarOwnData(props: CarOwnDataProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="car-own" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{tm('car.data')}</summary>
      {isOpen && <Held {...props} />}
    </details>
  );
}

function Held({ code, secret, onChanged }: CarOwnDataProps) {
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
  const [isCorrected, setCorrected] = useState(false);

  const erase = async () => {
    setTrouble(undefined);
    setCorrected(false);
    try {
      await unwrap(
        api.DELETE('/api/v1/mobmas/tracking/{trackingCode}/personal-data', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
        }),
      );
      onChanged();
    } catch (cause) {
      setTrouble(cause);
    }
    reload();
  };

  if (!data) return problem === undefined ? <Skeleton shape="card" /> : <Failure problem={problem} onRetry={reload} />;
  const { contact } = data;
  return (
    <div className="stack">
      {isCorrected && (
        <Announcement tone="ok" role="status">
          <p>{t('ownData.corrected')}</p>
        </Announcement>
      )}
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
      {contact && (
        <>
          <Suspense fallback={<Skeleton shape="card" />}>
            <LazyContactForm
              key={JSON.stringify(contact)}
              contact={contact}
              labels={{ name: tm('car.name'), phone: tm('car.phone'), email: tm('car.email') }}
              save={(body) =>
                unwrap(
                  api.PUT('/api/v1/mobmas/tracking/{trackingCode}/personal-data', {
                    params: { path: { trackingCode: code } },
                    headers: { 'Report-Secret': secret },
                    body,
                  }),
                )
              }
              onCorrected={() => {
                setCorrected(true);
                reload();
                onChanged();
              }}
            />
          </Suspense>
          <AskTwice ask={tm('car.erase')} text={tm('car.eraseText')} yes={tm('car.eraseYes')} onYes={erase} />
        </>
      )}
    </div>
  );
}
