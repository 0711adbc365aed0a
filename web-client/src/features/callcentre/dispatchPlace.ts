import type { Dispatch } from '../../api/types';

/** Where it is, in words where there are any. */
export function dispatchPlace({ place, kelurahan, location }: Dispatch): string {
  return [place, kelurahan?.name].filter(Boolean).join(', ') || (location ? `${location.lat}, ${location.lng}` : '');
}
