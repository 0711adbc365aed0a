import { useState } from 'react';
import type { Ref, Service } from '../../api/types';
import { statuses, statusText } from '../../domain/status';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Chip } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import { SelectField } from '../../ui/SelectField';
import { type MapFilters, writeFilters } from './mapFilters';

interface MapFilterBarProps {
  filters: MapFilters;
  services: Service[];
  wards: Ref[];
  onChange: (change: Partial<MapFilters>) => void;
}

export function MapFilterBar({ filters, services, wards, onChange }: MapFilterBarProps) {
  const { status, service, kelurahan } = filters;
  const toggle = (it: MapFilters['status'][number]) =>
    onChange({ status: status.includes(it) ? status.filter((other) => other !== it) : [...status, it] });
  const isFiltered = writeFilters(filters).size > 0;
  // on a phone the map comes first; the choice is the person's from then on
  const [isWide] = useState(() => matchMedia('(min-width: 64rem)').matches);
  const groups = [...new Map(services.map((it) => [it.group.code, it.group])).values()];
  return (
    <search>
      <details className="map-filters" open={isWide || undefined}>
        <summary>
          {t('map.filters')}
          {isFiltered && <span className="badge plain">{number(writeFilters(filters).size)}</span>}
        </summary>
        <fieldset>
          <legend className="visually-hidden">{t('map.status')}</legend>
          <div className="chips">
            {statuses.map((it) => (
              <Chip key={it} isChosen={status.includes(it)} onToggle={() => toggle(it)}>
                {statusText(it)}
              </Chip>
            ))}
          </div>
        </fieldset>
        <div className="map-filter-fields">
          <Field id="jenis" label={t('words.service')}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={service}
                onChange={(event) => onChange({ service: event.currentTarget.value })}
              >
                <option value="">{t('map.allServices')}</option>
                {groups.map((group) => (
                  <optgroup key={group.code} label={group.name}>
                    {services
                      .filter((it) => it.group.code === group.code && !it.confidential)
                      .map((it) => (
                        <option key={it.code} value={it.code}>
                          {it.name}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <SelectField
            id="kelurahan"
            label={t('place.wardLegend')}
            empty={t('map.allWards')}
            options={wards.map((it) => ({ value: it.code, text: it.name }))}
            value={kelurahan}
            onChange={(code) => onChange({ kelurahan: code })}
          />
        </div>
        {isFiltered && (
          <button
            type="button"
            className="text-button"
            onClick={() => onChange({ status: [], service: '', kelurahan: '' })}
          >
            {t('map.clear')}
          </button>
        )}
      </details>
    </search>
  );
}
