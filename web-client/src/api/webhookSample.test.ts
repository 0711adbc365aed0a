import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isGenuine } from '../../../docs/samples/webhooks/verifyWebhook';

interface Vector {
  why: string;
  genuine: boolean;
  secret: string;
  id: string;
  timestamp: string;
  signatures: string;
  body: string;
  now: number;
}

// the C# sample is held to the same vectors
const vectors: Vector[] = JSON.parse(
  readFileSync(new URL('../../../docs/samples/webhooks/vectors.json', import.meta.url), 'utf8'),
);

test('there are vectors of both kinds', () => {
  expect(new Set(vectors.map((vector) => vector.genuine)).size).toBe(2);
});

test.each(vectors)('the sample for integrators tells what is genuine: $why', (vector) => {
  expect(isGenuine(vector.secret, vector, vector.now)).toBe(vector.genuine);
  expect(isGenuine(vector.secret, { ...vector, body: new TextEncoder().encode(vector.body) }, vector.now)).toBe(
    vector.genuine,
  );
});

test.each(['id', 'timestamp', 'signatures'])('without its %s nothing is genuine', (missing) => {
  for (const vector of vectors) {
    expect(isGenuine(vector.secret, { ...vector, [missing]: undefined }, vector.now)).toBe(false);
  }
});
