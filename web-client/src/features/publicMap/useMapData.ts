import { useCallback, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { type MapFilters, toQuery } from './mapFilters';

export interface MapView {
  zoom: number;
  /** west,south,east,north in degrees. */
  bbox: string;
}

// the whole city on a phone, until the map says what it shows
const wholeCity: MapView = { zoom: 12, bbox: '111.9,-7.93,112.1,-7.7' };

/** What the server has gathered for this view and these filters; the former picture stays until the next has come. */
export function useMapData(filters: MapFilters) {
  const [view, setView] = useState<MapView>(wholeCity);
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(api.GET('/api/v1/public/map', { params: { query: { ...toQuery(filters), ...view } }, signal })),
    [filters, view],
  );
  return { ...useResource(load), view, setView };
}
