import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { Service, SimilarPublicReport } from '../../api/types';
import type { Draft } from '../../domain/draft';

const textMax = 1000; // characters: what an address can carry
const shown = 3;

/**
 * Open reports of the same kind near the place of this one, once kind and place are known. Advice only: none without
 * network, and none for what is confidential, since the question alone would tell of it.
 */
export function useNeighbours(draft: Draft, service: Service | undefined): SimilarPublicReport[] {
  const [neighbours, setNeighbours] = useState<SimilarPublicReport[]>([]);
  const { place, description } = draft;
  const point = place?.by === 'point' && place.isAimed && place.located?.inside ? place : undefined;
  const code = service?.confidential || draft.confidential ? undefined : service?.code;
  const { lat, lng } = point ?? {};

  useEffect(() => {
    setNeighbours([]);
    if (lat === undefined || lng === undefined || !code) return;
    const gone = new AbortController();
    const query = { lat, lng, service: code, text: description.trim().slice(0, textMax) };
    unwrap(api.GET('/api/v1/public/reports/similar', { params: { query }, signal: gone.signal })).then(
      ({ items }) => setNeighbours(items.slice(0, shown)),
      () => undefined,
    );
    return () => gone.abort();
  }, [lat, lng, code, description]);

  return neighbours;
}
