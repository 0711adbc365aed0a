import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { loadServices, loadWards } from '../../api/reference';
import { useAgencies } from '../../api/useAgencies';
import { t } from '../../i18n/t';
import { type Filters, isFiltered } from './filters';
import { SelectFilter } from './SelectFilter';
import { WordFilter } from './WordFilter';

// folded away at first, so it need not come with the queue
const QueueExport = lazy(() => import('./QueueExport').then((it) => ({ default: it.QueueExport })));

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
        <Suspense>
          <QueueExport filters={filters} />
        </Suspense>
      </details>
    </search>
  );
}
