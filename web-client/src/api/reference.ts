import { api, unwrap } from './client';
import type { Service, WardCollection } from './types';

/** Runs `load` once and shares its answer; a failure is forgotten, so that the next caller tries again. */
function once<Data>(load: () => Promise<Data>): () => Promise<Data> {
  let shared: Promise<Data> | undefined;
  return () => {
    shared ??= load().catch((cause) => {
      shared = undefined;
      throw cause;
    });
    return shared;
  };
}

/** All services of the catalogue, in the order of the catalogue. */
export const loadServices = once(async (): Promise<Service[]> => (await unwrap(api.GET('/api/v1/services'))).items);

/** The 46 kelurahan with their boundaries (WGS84, indicative, without legal force). */
export const loadWards = once(async () => (await unwrap(api.GET('/api/v1/wards'))) as unknown as WardCollection);

/** What the city has configured to lie under the wards. */
export const loadMapBase = once(() => unwrap(api.GET('/api/v1/map/base')));
