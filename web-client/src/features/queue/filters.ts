import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Status } from '../../api/types';
import { statuses } from '../../domain/status';

export interface Filters {
  status: Status[];
  service: string;
  kelurahan: string;
  agency: string;
  overdue: boolean;
  q: string;
}

/** The filters as they stand in the address, so that a view of the queue can be kept, shared and gone back to. */
export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => readFilters(params), [params]);
  const change = useCallback(
    (next: Partial<Filters>) =>
      setParams((before) => writeFilters({ ...readFilters(before), ...next }), { replace: true }),
    [setParams],
  );
  return [filters, change];
}

export function readFilters(params: URLSearchParams): Filters {
  const text = (name: string) => params.get(name) ?? '';
  return {
    status: statuses.filter((it) => params.getAll('status').includes(it)),
    service: text('service'),
    kelurahan: text('kelurahan'),
    agency: text('agency'),
    overdue: params.get('overdue') === 'true',
    q: text('q'),
  };
}

export function writeFilters(filters: Filters): URLSearchParams {
  const params = new URLSearchParams(filters.status.map((it) => ['status', it]));
  for (const name of ['service', 'kelurahan', 'agency', 'q'] as const)
    if (filters[name]) params.set(name, filters[name]);
  if (filters.overdue) params.set('overdue', 'true');
  return params;
}

export function isFiltered(filters: Filters): boolean {
  return writeFilters(filters).size > 0;
}
