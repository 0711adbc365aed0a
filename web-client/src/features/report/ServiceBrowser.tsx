import { useState } from 'react';
import type { Service } from '../../api/types';
import { t } from '../../i18n/t';
import { Field } from '../../ui/Field';

/** Every service of the catalogue, in its groups or by a word of its name. */
export function ServiceBrowser({ services, onChoose }: { services: Service[]; onChoose: (code: string) => void }) {
  const [word, setWord] = useState('');
  const wanted = word.trim().toLowerCase();
  const found = services.filter((it) => `${it.name} ${it.group.name}`.toLowerCase().includes(wanted));
  const groups = [...new Set(found.map((it) => it.group.name))];

  return (
    <div className="service-browser">
      <Field id="service-word" label={t('words.search')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="search"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        )}
      </Field>
      <p className="visually-hidden" role="status">
        {wanted && t('words.found', { count: found.length })}
      </p>
      {found.length === 0 && <p className="muted">{t('words.noneFound')}</p>}
      {groups.map((group) => (
        <details key={group} open={wanted !== ''}>
          <summary>{group}</summary>
          <ul>
            {found
              .filter((it) => it.group.name === group)
              .map((it) => (
                <li key={it.code}>
                  <button type="button" className="service-option" onClick={() => onChoose(it.code)}>
                    {it.name}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
