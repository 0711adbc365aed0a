import { Suspense, useCallback, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { LazyContactForm } from '../../domain/lazyContactForm';
import { dateTime, day } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { Failure } from '../../ui/Failure';
import { Skeleton } from '../../ui/Skeleton';
import { EraseForm } from './EraseForm';
import './ownData.css';

interface OwnDataProps {
  code: string;
  secret: string;
  /** The report on the screen is no longer the present one. */
  onErased: () => void;
}

/** What the city keeps about the reporter, who has read it, and the rights to correct and to erase it (UU 27/2022). */
export function OwnData({ code, secret, onErased }: OwnDataProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="own-data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('ownData.title')}</summary>
      {isOpen && <Held code={code} secret={secret} onErased={onErased} />}
    </details>
  );
}

function Held({ code, secret, onErased }: OwnDataProps) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/tracking/{trackingCode}/personal-data', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
          signal,
        }),
      ),
    [code, secret],
  );
  const { data, problem, reload } = useResource(load);
  const [done, setDone] = useState<'ownData.corrected' | 'ownData.erased'>();

  if (!data) return problem === undefined ? <Skeleton shape="card" /> : <Failure problem={problem} onRetry={reload} />;
  const isErased = data.acts.some((it) => it.kind !== 'corrected');
  return (
    <div className="stack">
      {done && (
        <Announcement tone="ok" role="status">
          <p>{t(done)}</p>
        </Announcement>
      )}
      <p>{t('ownData.lead')}</p>
      <dl className="held">
        <div>
          <dt>{t('ownData.contact')}</dt>
          <dd>{[data.contact?.name, data.contact?.phone, data.contact?.email].filter(Boolean).join(', ') || '–'}</dd>
        </div>
        <div>
          <dt>{t('ownData.photos')}</dt>
          <dd>{data.photoIds.length}</dd>
        </div>
        <div>
          <dt>{t('ownData.browsers')}</dt>
          <dd>{data.browsers}</dd>
        </div>
        {data.keptUntil && (
          <div>
            <dt>{t('ownData.keptUntil')}</dt>
            <dd>{day(data.keptUntil)}</dd>
          </div>
        )}
      </dl>
      <h3>{t('ownData.readings')}</h3>
      {data.readings.length === 0 && <p className="muted">{t('ownData.noReadings')}</p>}
      {data.readings.length > 0 && (
        <ul className="readings">
          {data.readings.map((it) => (
            <li key={it.at}>
              {t('ownData.reading', { agency: it.agency?.name ?? t('track.verifiers'), at: dateTime(it.at) })}
              <span className="muted">: {it.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {data.acts.map((it) => (
        <p key={it.at} className="small muted">
          {lookUp(`privacyAct.${it.kind}`)} · {dateTime(it.at)}
        </p>
      ))}
      {!isErased && (
        <>
          <Suspense fallback={<Skeleton shape="card" />}>
            <LazyContactForm
              key={JSON.stringify(data.contact)}
              contact={data.contact}
              isAnonymous={data.anonymous}
              save={(body) =>
                unwrap(
                  api.PUT('/api/v1/tracking/{trackingCode}/personal-data', {
                    params: { path: { trackingCode: code } },
                    headers: { 'Report-Secret': secret },
                    body,
                  }),
                )
              }
              onCorrected={() => {
                setDone('ownData.corrected');
                reload();
              }}
            />
          </Suspense>
          <EraseForm
            code={code}
            secret={secret}
            onErased={() => {
              setDone('ownData.erased');
              reload();
              onErased();
            }}
          />
        </>
      )}
    </div>
  );
}
