import { expect, test } from 'vitest';
import { read } from '../../../test/sources';
import { occasions, rulesWith, spokenOn } from './ways';

const rules = [
  { occasion: 'received', recipient: 'reporter', medium: 'email', language: 'id' },
  { occasion: 'routed', recipient: 'officers', medium: 'email', language: 'id' },
] as const;

test('An edit of one occasion leaves the others as they are', () => {
  const spoken = { ...spokenOn('received', [...rules]), 'reporter.email': '' as const, 'reporter.push': 'en' as const };
  expect(rulesWith('received', spoken, [...rules])).toEqual([
    rules[1],
    { occasion: 'received', recipient: 'reporter', medium: 'push', language: 'en' },
  ]);
});

test('Every occasion of the contract is on the screen', () => {
  const values = /^ +Occasion: ((?:"\w+"(?: \| )?)+);/m.exec(read('api/schema.d.ts'))?.[1] ?? '';
  expect([...occasions].sort()).toEqual([...values.matchAll(/"(\w+)"/g)].map(([, word]) => word).sort());
});

test('What nobody is told is nothing', () => {
  expect(Object.values(spokenOn('planned', [...rules])).every((it) => it === '')).toBe(true);
});
