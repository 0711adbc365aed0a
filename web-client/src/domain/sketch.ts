import type { Position } from 'geojson';
import type { WardCollection } from '../api/types';

interface Sketch {
  viewBox: string;
  /** Height of the drawing, in its own units. */
  size: number;
  /** Each with the middle of its box, where its name can stand. */
  wards: { code: string; name: string; path: string; x: number; y: number }[];
  point: { x: number; y: number } | undefined;
}

const unitsPerDegree = 100_000;
const margin = 0.25; // of the ward's own height: its neighbours tell where it lies
const cityMargin = 0.03;
// at the latitude of the city a degree of longitude is that much shorter than one of latitude
const squeeze = Math.cos((7.82 * Math.PI) / 180);

/** The wards as paths of a picture around the one with this code, or of the whole city; nothing when there is no such ward. */
export function sketch(
  wards: WardCollection,
  code: string | undefined,
  at: { lat: number; lng: number } | null,
): Sketch | undefined {
  const here = wards.features.filter((it) => code === undefined || it.properties.code === code);
  if (here.length === 0) return undefined;
  const corners = here.flatMap(ringsOf).flat().map(place);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top, width, height] = [Math.min(...xs), Math.min(...ys), extent(xs), extent(ys)];
  const rim = (code === undefined ? cityMargin : margin) * Math.max(width, height);
  const size = height + 2 * rim;
  return {
    viewBox: [left - rim, top - rim, width + 2 * rim, size].map(Math.round).join(' '),
    size,
    wards: wards.features.map((it) => ({ ...it.properties, path: ringsOf(it).map(line).join(''), ...middle(it) })),
    point: at ? pointOf(at) : undefined,
  };
}

/** Where a point lies in the drawing. */
export function pointOf(at: { lat: number; lng: number }): { x: number; y: number } {
  const [x, y] = place([at.lng, at.lat]);
  return { x, y };
}

function middle(ward: WardCollection['features'][number]): { x: number; y: number } {
  const corners = ringsOf(ward).flat().map(place);
  const half = (values: number[]) => Math.min(...values) + extent(values) / 2;
  return { x: half(corners.map(([x]) => x)), y: half(corners.map(([, y]) => y)) };
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
