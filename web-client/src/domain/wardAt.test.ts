import { expect, test } from 'vitest';
import type { WardCollection } from '../api/types';
import { wardAt } from './wardAt';

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const ward = (name: string, coordinates: number[][][][]) => ({
  type: 'Feature' as const,
  properties: { code: name, name, kecamatan: { code: 'k', name: 'k' } },
  geometry: { type: 'MultiPolygon' as const, coordinates },
});
const wards: WardCollection = {
  type: 'FeatureCollection',
  features: [
    ward('Utara', [[square(0, 1, 1)], [square(3, 1, 1)]]),
    ward('Selatan', [[square(0, 0, 1), square(0.4, 0.4, 0.2)]]),
  ],
};

test.each([
  [1.5, 0.5, 'Utara'],
  [1.5, 3.5, 'Utara'],
  [0.2, 0.5, 'Selatan'],
  [0.5, 0.5, undefined],
  [0.5, 2.5, undefined],
])('The point %s, %s lies in %s', (lat, lng, name) => {
  expect(wardAt(wards, lat, lng)?.name).toBe(name);
});
