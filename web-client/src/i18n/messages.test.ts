import { expect, test } from 'vitest';
import { read, sources } from '../test/sources';
import en from './en.json';
import id from './id.json';

/** Keys that are put together at run time from a status, a step, or a code of the server. */
const composed =
  /^(status|step|outcome|event|problem|reason|channel|act|stars|ratingReason|occasion|recipient|medium|language|undelivered|consumer|sameService|queue\.tab|privacyAct)\.|^track\.(done|now|ahead)$/;

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('Both languages have the same keys in the same order', () => {
  expect(Object.keys(en)).toEqual(Object.keys(id));
});

test('Both languages have the same placeholders', () => {
  const english = en as Record<string, string>;
  const differing = Object.entries(id).filter(
    ([key, text]) => String(placeholders(text)) !== String(placeholders(english[key] ?? '')),
  );
  expect(differing).toEqual([]);
});

test('Every text is used', () => {
  const code = sources(/\.tsx?$/)
    .map(read)
    .join('\n');
  const unused = Object.keys(id).filter((key) => !composed.test(key) && !code.includes(`'${key}'`));
  expect(unused).toEqual([]);
});
