import { expect, test } from 'vitest';
import { read, sources } from '../test/sources';
import adminEn from './admin.en.json';
import adminId from './admin.id.json';
import en from './en.json';
import id from './id.json';

/** Keys that are put together at run time from a status, a step, or a code of the server. */
const composed =
  /^(status|step|outcome|event|problem|reason|channel|act|stars|ratingReason|occasion|recipient|medium|language|undelivered|consumer|sameService|queue\.(tab|export)|privacyAct|adminField|rule\.(to|is|kind)|classification|role|permission|scope|client(Change|Field)|client\.overlap)\.|^track\.(done|now|ahead)$/;

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const catalogues: [string, Record<string, string>, Record<string, string>][] = [
  ['of everybody', id, en],
  ['of the admin pages', adminId, adminEn],
];

test.each(catalogues)('Both languages have the same keys in the same order: words %s', (_, indonesian, english) => {
  expect(Object.keys(english)).toEqual(Object.keys(indonesian));
});

test.each(catalogues)('Both languages have the same placeholders: words %s', (_, indonesian, english) => {
  const differing = Object.entries(indonesian).filter(
    ([key, text]) => String(placeholders(text)) !== String(placeholders(english[key] ?? '')),
  );
  expect(differing).toEqual([]);
});

test.each(catalogues)('Every text is used: words %s', (_, indonesian) => {
  const code = sources(/\.tsx?$/)
    .map(read)
    .join('\n');
  const unused = Object.keys(indonesian).filter((key) => !composed.test(key) && !code.includes(`'${key}'`));
  expect(unused).toEqual([]);
});
