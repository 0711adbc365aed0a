/// <reference lib="webworker" />

/** The addresses that the build has written, and a hash over all of their contents (tools/worker.ts). */
declare const __PAGES__: string[];
declare const __VERSION__: string;
declare const self: ServiceWorkerGlobalScope;

const prefix = 'halaman-';
const current = `${prefix}${__VERSION__}`;

/** Changes so seldom, and is needed so often, that yesterday's answer is better than none. */
const reference = ['/api/v1/services', '/api/v1/wards'];
const referenceCache = 'rujukan';

/** Other programs at the same address, which are not ours to keep. */
const notOurs = /^\/(api|petugas|docs|open311|openapi|connect|health)(\/|$)/;

export async function keepPages(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(__PAGES__.map((path) => new Request(path, { cache: 'reload' })));
  // nobody has to have opened a report with a network once
  await (await caches.open(referenceCache)).addAll(reference).catch(() => undefined);
}

/** The version before this one stays: another tab may still run it and load its parts. */
export async function forgetOldVersions(): Promise<void> {
  const versions = (await caches.keys()).filter((it) => it.startsWith(prefix));
  await Promise.all(versions.slice(0, -2).map((it) => caches.delete(it)));
}

/** Answers from the phone what the phone has; undefined leaves the request to the network. */
export function answer(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return undefined;
  if (reference.includes(pathname)) return referenceOf(request);
  if (notOurs.test(pathname)) return undefined;
  if (request.mode === 'navigate') return shellOf(request, pathname);
  return kept(request).then((it) => it ?? fetch(request));
}

async function shellOf(request: Request, pathname: string): Promise<Response> {
  const shell = pathname === '/' ? '/index.html' : '/app.html';
  return (await (await caches.open(current)).match(shell)) ?? fetch(request);
}

/** This version's own first; a tab of the version before finds its parts too. */
async function kept(request: Request): Promise<Response | undefined> {
  return (await (await caches.open(current)).match(request)) ?? caches.match(request);
}

/** What is kept at once, and for the next time what the server says now. */
async function referenceOf(request: Request): Promise<Response> {
  const cache = await caches.open(referenceCache);
  const fresh = fetch(request).then(async (response) => {
    if (response.ok) await cache.put(request, response.clone());
    return response;
  });
  const known = await cache.match(request);
  if (!known) return fresh;
  fresh.catch(() => undefined);
  return known;
}
