import { expect, test } from 'vitest';
import { rulesWith, spokenOn } from './ways';

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

test('What nobody is told is nothing', () => {
  expect(Object.values(spokenOn('planned', [...rules])).every((it) => it === '')).toBe(true);
});
