import type { Position } from 'geojson';
import type { WardCollection } from '../../api/types';

interface Sketch {
  viewBox: string;
  /** Height of the drawing, in its own units. */
  size: number;
  wards: { code: string; path: string }[];
  point: { x: number; y: number } | undefined;
}

const unitsPerDegree = 100_000;
const margin = 0.25; // of the ward's own height: its neighbours tell where it lies
// at the latitude of the city a degree of longitude is that much shorter than one of latitude
const squeeze = Math.cos((7.82 * Math.PI) / 180);

/** The wards as paths of a picture around the one with this code; nothing when there is no such ward. */
export function sketch(
  wards: WardCollection,
  code: string,
  at: { lat: number; lng: number } | null,
): Sketch | undefined {
  const here = wards.features.find((it) => it.properties.code === code);
  if (!here) return undefined;
  const corners = ringsOf(here).flat().map(place);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top, width, height] = [Math.min(...xs), Math.min(...ys), extent(xs), extent(ys)];
  const rim = margin * Math.max(width, height);
  const size = height + 2 * rim;
  const [x, y] = at ? place([at.lng, at.lat]) : [];
  return {
    viewBox: [left - rim, top - rim, width + 2 * rim, size].map(Math.round).join(' '),
    size,
    wards: wards.features.map((it) => ({ code: it.properties.code, path: ringsOf(it).map(line).join('') })),
    point: x !== undefined && y !== undefined ? { x, y } : undefined,
  };
}

function ringsOf({ geometry }: WardCollection['features'][number]): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function line(ring: Position[]): string {
  return `M${ring.map((it) => place(it).join(' ')).join('L')}Z`;
}

/** West to east and north to south, in whole units of about a metre. */
function place([lng = 0, lat = 0]: Position): [number, number] {
  return [Math.round(lng * squeeze * unitsPerDegree), Math.round(-lat * unitsPerDegree)];
}

function extent(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}
