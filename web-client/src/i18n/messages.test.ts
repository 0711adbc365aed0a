import { expect, test } from 'vitest';
import { read, sources } from '../test/sources';
import adminEn from './admin.en.json';
import adminId from './admin.id.json';
import callsEn from './calls.en.json';
import callsId from './calls.id.json';
import en from './en.json';
import id from './id.json';
import indicatorsEn from './indicators.en.json';
import indicatorsId from './indicators.id.json';
import logEn from './log.en.json';
import logId from './log.id.json';
import merataEn from './merata.en.json';
import merataId from './merata.id.json';
import mobmasEn from './mobmas.en.json';
import mobmasId from './mobmas.id.json';
import monevEn from './monev.en.json';
import monevId from './monev.id.json';
import ridesEn from './rides.en.json';
import ridesId from './rides.id.json';

/** Keys that are put together at run time from a status, a step, or a code of the server. */
const composed =
  /^(status|step|outcome|event|problem|reason|channel|act|stars|ratingReason|occasion|recipient|medium|language|undelivered|consumer|sameService|queue\.tab|privacyAct|adminField|rule\.(to|is|kind)|classification|role|permission|scope|client(Change|Field)|client\.overlap|deliveryState|webhook\.(state|trouble|event)|stats\.(by|channel|verdict)|handOver\.missing|handedOver\.link|callKind|markKind|unitRole|unitStep|dispatchEvent|work(Stage|Do|Kind|Photo|Document|Event|Number)|car(Purpose|PurposeDetail|Status|Refusal|Event|State|Paper|Change|Channel)|car\.(do|filter|dueOn)|finding(Aspect|Grade|GradeHint|State|Do|Step)|deviation|measure(Unit)?|indicator\.(group|verdict|target|unit|aim))\.|^track\.(done|now|ahead)$|^(monev\.(xlsx|pdf)|(monev\.tab|programmeTab)\.\w+)$/;

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const catalogues: [string, Record<string, string>, Record<string, string>][] = [
  ['of everybody', id, en],
  ['of the admin pages', adminId, adminEn],
  ['of the 112 page', callsId, callsEn],
  ['of Merata', merataId, merataEn],
  ['of Mobmas', mobmasId, mobmasEn],
  ['of indicators', indicatorsId, indicatorsEn],
  ['of Monev', monevId, monevEn],
  ['of a ride', ridesId, ridesEn],
  ['of the access log', logId, logEn],
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
