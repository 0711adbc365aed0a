// In the cache storage, because the service worker has no localStorage; entries are found by the address they were made at.
const cacheName = 'kabar';

/** One's own report, by code and secret, or anybody's that is public, by its id. */
export type Told = { code: string; secret: string } | { reportId: string };

interface ToldReport {
  /** Where this browser is subscribed, as a path of the API. */
  path: string;
  secret: string;
}

/** The reports of which this browser is told. */
export async function toldReports(): Promise<ToldReport[]> {
  const cache = await caches.open(cacheName);
  const secretAt = async (at: Request) => (await cache.match(at))?.text();
  return Promise.all(
    (await cache.keys()).map(async (at) => ({ path: new URL(at.url).pathname, secret: (await secretAt(at)) ?? '' })),
  );
}

export async function isTold(told: Told): Promise<boolean> {
  return (await (await caches.open(cacheName)).match(subscriptionsPath(told))) !== undefined;
}

export async function rememberTold(told: Told): Promise<void> {
  const secret = 'secret' in told ? told.secret : '';
  await (await caches.open(cacheName)).put(subscriptionsPath(told), new Response(secret));
}

export async function forgetTold(told: Told): Promise<void> {
  await (await caches.open(cacheName)).delete(subscriptionsPath(told));
}

function subscriptionsPath(told: Told): string {
  return 'code' in told
    ? `/api/v1/tracking/${told.code}/push-subscriptions`
    : `/api/v1/public/reports/${told.reportId}/follow`;
}
