import { useState } from 'react';
import { limits } from '../../domain/draft';
import { t } from '../../i18n/t';
import { Field, FieldProblem } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { PointPlace } from './PointPlace';
import type { StepProps } from './stepProps';
import { WordPlace } from './WordPlace';

const cityCentre = { lat: -7.8166, lng: 112.0118 };

type Gps = 'idle' | 'asking' | 'failed';

export function PlaceStep({ draft, update, problems }: StepProps) {
  const { place } = draft;
  const [gps, setGps] = useState<Gps>('idle');

  const locate = () => {
    setGps('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setGps('idle');
        update({ place: { by: 'point', lat: coords.latitude, lng: coords.longitude, isAimed: true } });
      },
      () => setGps('failed'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 0 },
    );
  };

  return (
    <>
      <div className="place-ways">
        <button type="button" id="place" className="button" aria-disabled={gps === 'asking'} onClick={locate}>
          <Icon name="locate" />
          {t(gps === 'asking' ? 'place.locating' : 'place.here')}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-pressed={place?.by === 'point'}
          onClick={() => place?.by === 'point' || update({ place: { by: 'point', ...cityCentre, isAimed: false } })}
        >
          <Icon name="pin" />
          {t('place.onMap')}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-pressed={place?.by === 'words'}
          onClick={() => place?.by === 'words' || update({ place: { by: 'words' } })}
        >
          <Icon name="pen" />
          {t('place.byWords')}
        </button>
      </div>
      {problems.place && <FieldProblem>{problems.place}</FieldProblem>}
      {gps === 'failed' && (
        <Notice tone="warn" role="alert">
          <p>{t('place.gpsFailed')}</p>
        </Notice>
      )}
      {place?.by === 'point' && <PointPlace place={place} update={update} problem={problems.border} />}
      {place?.by === 'words' && <WordPlace ward={place.ward} update={update} problem={problems.ward} />}
      {place && (
        <Field id="address" label={t('place.address')} hint={t('place.addressHint')} problem={problems.address}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="off"
              maxLength={limits.addressMax}
              value={draft.address}
              onChange={(event) => update({ address: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
