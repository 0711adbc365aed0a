import { useMemo } from 'react';
import { loadWards } from '../../api/reference';
import { useResource } from '../../api/useResource';
import type { Option } from '../../ui/Combobox';

/** The kelurahan by name. */
export function useWardOptions(): Option[] {
  const { data } = useResource(loadWards);
  return useMemo(
    () =>
      (data?.features ?? [])
        .map(({ properties: it }) => ({ value: it.code, label: it.name, detail: it.kecamatan.name }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [data],
  );
}
