import { expect, test } from 'vitest';
import { importsOf, reachableFrom, read, sources } from './sources';

const staffOnly =
  /^(app|routes)\/staff\/|^features\/(accessLog|account|admin|callcentre|queue|queueMap|handling|outbox|live|merata|mobmas|monev|shortcuts)\/|^i18n\/(ta|tc|tg|tn|admin|calls|log|monev)\.|^api\/(account|useAgencies|live|report|queueCache)\./;
const citizenOnly =
  /^(app|routes)\/citizen\/|^features\/(home|report|track|ownReports|publicReport|publicMap|proof|handOver|mobil|works)\//;

test('The citizen app never loads what belongs to officers', () => {
  const reached = [...reachableFrom('app/citizen/main.tsx')];
  expect(reached.length).toBeGreaterThan(40);
  expect(reached.filter((path) => staffOnly.test(path))).toEqual([]);
});

test('The staff app never loads what belongs to citizens', () => {
  const reached = [...reachableFrom('app/staff/main.tsx')];
  expect(reached.length).toBeGreaterThan(40);
  expect(reached.filter((path) => citizenOnly.test(path))).toEqual([]);
});

test('Features do not know each other, and nothing below them knows a feature', () => {
  const room = (path: string) => /^features\/(\w+)\//.exec(path)?.[1];
  const strays = sources(/\.tsx?$/).flatMap((path) => {
    if (/^(app|routes)\//.test(path)) return [];
    return importsOf(path)
      .filter((it) => room(it) !== undefined && room(it) !== room(path))
      .map((it) => `${path} -> ${it}`);
  });
  expect(strays).toEqual([]);
});

test('No source is longer than 300 lines', () => {
  expect(sources().filter((path) => read(path).split('\n').length > 300)).toEqual([]);
});
