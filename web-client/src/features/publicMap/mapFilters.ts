import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Status } from '../../api/types';
import { statuses } from '../../domain/status';

export interface MapFilters {
  status: Status[];
  service: string;
  kelurahan: string;
}

/** What is looked for, as it stands in the address: a view can be kept, shared and gone back to. */
export function useMapFilters(): [MapFilters, (change: Partial<MapFilters>) => void] {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => readFilters(params), [params]);
  const change = useCallback(
    (next: Partial<MapFilters>) =>
      setParams((before) => writeFilters({ ...readFilters(before), ...next }), { replace: true }),
    [setParams],
  );
  return [filters, change];
}

/** Unknown words in the address are as good as none. */
export function readFilters(params: URLSearchParams): MapFilters {
  return {
    status: statuses.filter((it) => params.getAll('status').includes(it)),
    service: params.get('jenis') ?? '',
    kelurahan: params.get('kelurahan') ?? '',
  };
}

export function writeFilters({ status, service, kelurahan }: MapFilters): URLSearchParams {
  return new URLSearchParams([
    ...status.map((it) => ['status', it]),
    ...(service ? [['jenis', service]] : []),
    ...(kelurahan ? [['kelurahan', kelurahan]] : []),
  ]);
}

/** The same as the API asks for it. */
export function toQuery({ status, service, kelurahan }: MapFilters) {
  return {
    ...(status.length > 0 && { status }),
    ...(service && { service }),
    ...(kelurahan && { kelurahan }),
  };
}
