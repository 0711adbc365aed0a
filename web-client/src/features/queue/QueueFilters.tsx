import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../api/account';
import { loadServices, loadWards } from '../../api/reference';
import { useAgencies } from '../../api/useAgencies';
import { t } from '../../i18n/t';
import { type Filters, isFiltered } from './filters';
import { QueueExport } from './QueueExport';
import { SelectFilter } from './SelectFilter';

const pause = 350; // ms without typing before the queue follows

interface QueueFiltersProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

export function QueueFilters({ filters, onChange }: QueueFiltersProps) {
  const services = useQuery({ queryKey: ['services'], queryFn: loadServices, staleTime: Number.POSITIVE_INFINITY });
  const wards = useQuery({ queryKey: ['wards'], queryFn: loadWards, staleTime: Number.POSITIVE_INFINITY });
  const agencies = useAgencies('');

  return (
    <search className="queue-filters">
      <WordFilter value={filters.q} onChange={(q) => onChange({ q })} />
      <details open={isFiltered({ ...filters, q: '', status: [], overdue: false }) || undefined}>
        <summary>{t('queue.filters')}</summary>
        <SelectFilter
          label={t('queue.service')}
          value={filters.service}
          options={services.data ?? []}
          onChange={(service) => onChange({ service })}
        />
        <SelectFilter
          label={t('queue.kelurahan')}
          value={filters.kelurahan}
          options={wards.data?.features.map((it) => it.properties) ?? []}
          onChange={(kelurahan) => onChange({ kelurahan })}
        />
        <SelectFilter
          label={t('queue.agency')}
          value={filters.agency}
          options={agencies.data ?? []}
          onChange={(agency) => onChange({ agency })}
        />
        <QueueExport filters={filters} />
      </details>
    </search>
  );
}

function WordFilter({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [text, setText] = useState(value);
  const told = useRef(onChange);
  const mayFindPhones = useMay('lookUpPhones');
  const label = t(mayFindPhones ? 'queue.searchPhone' : 'queue.search');
  told.current = onChange;

  // cleared or changed from elsewhere
  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => told.current(text), pause);
    return () => clearTimeout(timer);
  }, [text, value]);

  return (
    <>
      <label>
        <span className="visually-hidden">{label}</span>
        <input
          id="queue-search"
          className="input"
          type="search"
          placeholder={label}
          aria-describedby={mayFindPhones ? 'queue-search-hint' : undefined}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {mayFindPhones && (
        <p id="queue-search-hint" className="small muted queue-hint">
          {t('queue.searchPhoneHint')}
        </p>
      )}
    </>
  );
}
