import { queryOptions, useQuery } from '@tanstack/react-query';
import { throughSignIn } from '../../../api/account';
import { api, etag, unwrap } from '../../../api/client';
import type { NewRuleChange } from '../../../api/types';
import { useActs } from '../frame/useActs';

const rulesQuery = queryOptions({
  queryKey: ['admin', 'rules'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/routing-rules', { signal })),
});

/** Every rule that ever held or will, with the version of the whole set. */
export function useRules() {
  return useQuery(rulesQuery);
}

/** Sends past reports through the rules as they would be; nothing is stored. */
export function replayRules(changes: NewRuleChange[], from: string, until: string) {
  return throughSignIn(() =>
    unwrap(
      api.POST('/api/v1/admin/routing-rules:replay', { body: { changes, from: from || null, until: until || null } }),
    ),
  );
}

/** Puts changes in force: all or none. */
export function useActivateRules() {
  const { acted } = useActs();
  return (changes: NewRuleChange[], version: number, how: { replayToken?: string; withoutReplay?: string }) => {
    const params = { header: { 'If-Match': etag(version) } };
    return acted(async () => {
      await unwrap(api.POST('/api/v1/admin/routing-rules:activate', { params, body: { changes, ...how } }));
    });
  };
}
