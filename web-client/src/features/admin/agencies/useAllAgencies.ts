import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, etag, unwrap } from '../../../api/client';
import type { AgencyEntry, NewAgency } from '../../../api/types';
import type { Option } from '../../../ui/Combobox';

const allAgencies = queryOptions({
  queryKey: ['admin', 'agencies'],
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/admin/agencies', { signal }))).items,
});

/** Every unit, the dissolved ones too. */
export function useAllAgencies() {
  return useQuery(allAgencies);
}

/** Those that still stand, to be picked. */
export function agencyOptions(agencies: AgencyEntry[]): Option[] {
  return agencies.filter((it) => it.active).map((it) => ({ value: it.code, label: it.shortName, detail: it.name }));
}

/** Writes a unit; the list is read again, and with it the units that others choose from. */
export function useSaveAgency() {
  const queries = useQueryClient();
  return async (code: string, body: NewAgency, version: number): Promise<AgencyEntry> => {
    const params = { path: { code }, header: { 'If-Match': etag(version) } };
    const saved = await unwrap(api.PUT('/api/v1/admin/agencies/{code}', { params, body }));
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['admin'] }),
      queries.invalidateQueries({ queryKey: ['agencies'] }),
    ]);
    return saved;
  };
}

/** The list as it is on the server now. */
export function useRereadAgencies() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...allAgencies, staleTime: 0 });
}
