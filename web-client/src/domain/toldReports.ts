// In the cache storage, because the service worker has no localStorage; entries are found by the address they were made at.
const cacheName = 'kabar';

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

export async function isTold(code: string): Promise<boolean> {
  return (await (await caches.open(cacheName)).match(subscriptionsPath(code))) !== undefined;
}

export async function rememberTold(code: string, secret: string): Promise<void> {
  await (await caches.open(cacheName)).put(subscriptionsPath(code), new Response(secret));
}

export async function forgetTold(code: string): Promise<void> {
  await (await caches.open(cacheName)).delete(subscriptionsPath(code));
}

function subscriptionsPath(code: string): string {
  return `/api/v1/tracking/${code}/push-subscriptions`;
}
