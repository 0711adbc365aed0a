import createClient from 'openapi-fetch';
import { ApiProblem } from './ApiProblem';
import { noteReach } from './reach';
import type { paths } from './schema';
import { spoken } from './spoken';

// fetch is looked up per call, so that a test may replace it; relative addresses do not exist outside a browser
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  fetch: (request) => globalThis.fetch(request),
});

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of a successful call. Anything else, also a lost connection, is thrown as an {@link ApiProblem}. */
export async function unwrap<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const answer = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    noteReach(false);
    throw ApiProblem.unreachable();
  });
  noteReach(true);
  if (!answer.response.ok) throw ApiProblem.from(answer.response.status, answer.error);
  return spoken(answer.data, answer.response.url) as Data;
}

/** The strong entity tag of a version, which every change must carry as `If-Match`. */
export function etag(version: number): string {
  return `"${version}"`;
}
