import { useState } from 'react';
import { loadWards } from '../../api/reference';
import type { Ref } from '../../api/types';
import { useResource } from '../../api/useResource';
import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { Failure } from '../../ui/Failure';
import { Field } from '../../ui/Field';
import { Skeleton } from '../../ui/Skeleton';
import type { UpdateDraft } from './useDraft';

interface WordPlaceProps {
  ward: Ref | undefined;
  update: UpdateDraft;
  problem: string | undefined;
}

/** The kelurahan by its name, for whoever cannot or will not use the map. */
export function WordPlace({ ward, update, problem }: WordPlaceProps) {
  const { data, problem: failure, reload } = useResource(loadWards);
  const [word, setWord] = useState('');

  if (!data) return failure === undefined ? <Skeleton shape="card" /> : <Failure problem={failure} onRetry={reload} />;

  const wards = data.features.map((it) => it.properties).sort((a, b) => a.name.localeCompare(b.name, 'id'));
  const wanted = word.trim().toLowerCase();
  const found = wards.filter((it) => it.code === ward?.code || it.name.toLowerCase().includes(wanted));

  return (
    <div className="stack">
      <Field id="ward-word" label={t('place.search')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="search"
            autoComplete="off"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        )}
      </Field>
      {found.length === 0 && <p role="status">{t('place.noneFound')}</p>}
      <div className="ward-list">
        <Choices
          id="ward"
          legend={t('place.wardLegend')}
          problem={problem}
          value={ward?.code}
          choices={found.map((it) => ({
            value: it.code,
            label: it.name,
            detail: t('place.district', { name: it.kecamatan.name }),
          }))}
          onChange={(code) => {
            const chosen = wards.find((it) => it.code === code);
            if (chosen) update({ place: { by: 'words', ward: { code: chosen.code, name: chosen.name } } });
          }}
        />
      </div>
    </div>
  );
}
