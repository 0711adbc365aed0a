import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import { loadWards } from '../../api/reference';
import { useResource } from '../../api/useResource';
import { type Draft, wardChoices } from '../../domain/draft';
import { wardAt } from '../../domain/wardAt';
import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { Failure } from '../../ui/Failure';
import { Notice } from '../../ui/Notice';
import type { UpdateDraft } from './useDraft';

const PinMap = lazy(() => import('./PinMap').then((it) => ({ default: it.PinMap })));

const pause = 300; // ms of rest before the server is asked where the pin stands

interface PointPlaceProps {
  place: Extract<Draft['place'], { by: 'point' }>;
  update: UpdateDraft;
  problem: string | undefined;
}

/** The pin on the map, and in words where it stands: the map can be used without being seen. */
export function PointPlace({ place, update, problem }: PointPlaceProps) {
  const { lat, lng, isAimed, located } = place;
  const wards = useResource(loadWards);
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    if (located || !isAimed) return;
    setFailure(undefined);
    const gone = new AbortController();
    const timer = setTimeout(() => {
      unwrap(api.GET('/api/v1/wards/locate', { params: { query: { lat, lng } }, signal: gone.signal })).then(
        (answer) => update({ place: { by: 'point', lat, lng, isAimed, located: answer } }),
        (cause) => gone.signal.aborted || setFailure(cause),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [lat, lng, isAimed, located, update]);

  const move = useCallback(
    (point: { lat: number; lng: number }) => update({ place: { by: 'point', ...point, isAimed: true } }),
    [update],
  );

  const choices = wardChoices(place);
  const guess = failure !== undefined && wards.data ? wardAt(wards.data, lat, lng) : undefined;
  return (
    <div className="stack">
      <div className="pin-map">
        <Suspense fallback={<p className="muted">{t('place.mapLoading')}</p>}>
          {wards.data && (
            <PinMap
              wards={wards.data}
              lat={lat}
              lng={lng}
              isAimed={isAimed}
              ward={(place.ward ?? located?.kelurahan)?.code}
              onMove={move}
            />
          )}
        </Suspense>
        {wards.data === undefined && wards.problem !== undefined && (
          <Failure problem={wards.problem} onRetry={wards.reload} />
        )}
      </div>
      <p className="small muted">{t('place.mapHelp')}</p>
      <p className="pin-ward" role="status">
        {failure !== undefined &&
          (guess ? t('place.inWard', { ward: guess.name, district: guess.kecamatan.name }) : problemText(failure))}
        {failure === undefined && located === undefined && t(isAimed ? 'place.searching' : 'place.aim')}
        {place.ward
          ? t('place.ward', { name: place.ward.name })
          : located?.kelurahan &&
            t('place.inWard', { ward: located.kelurahan.name, district: located.kecamatan?.name ?? '' })}
      </p>
      {guess && <p className="small muted">{t('place.guessed')}</p>}
      {located?.inside === false && (
        <Notice tone="warn" role="alert">
          <p>{t('place.outside')}</p>
          <p>{t('place.outsideHelp')}</p>
        </Notice>
      )}
      {choices.length > 0 && (
        <Choices
          id="border"
          legend={t('place.which')}
          problem={problem}
          value={place.ward?.code}
          choices={choices.map((it) => ({ value: it.code, label: t('place.ward', { name: it.name }) }))}
          onChange={(code) => {
            const ward = choices.find((it) => it.code === code);
            if (ward) update({ place: { ...place, ward } });
          }}
        />
      )}
    </div>
  );
}
