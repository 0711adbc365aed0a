import type { Position } from 'geojson';
import type { WardCollection } from '../api/types';

type Ward = WardCollection['features'][number]['properties'];

/**
 * The ward that holds the point (WGS84), by the phone's own map: a guess for whoever has no network, to be confirmed by the
 * server, which also knows how near the border is. Undefined outside the city.
 */
export function wardAt(wards: WardCollection, lat: number, lng: number): Ward | undefined {
  return wards.features.find(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    // a hole is crossed like an edge
    return polygons.some((rings) => rings.filter((ring) => isCrossedOddly(ring, lat, lng)).length % 2 === 1);
  })?.properties;
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function isCrossedOddly(ring: Position[], lat: number, lng: number): boolean {
  let isInside = false;
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    const [fromX = 0, fromY = 0] = ring.at(index - 1) ?? [];
    if (y > lat !== fromY > lat && lng < ((fromX - x) * (lat - y)) / (fromY - y) + x) isInside = !isInside;
  }
  return isInside;
}
