import { expect, test } from 'vitest';
import type { NotificationTemplate } from '../../../api/types';
import { read } from '../../../test/sources';
import { languagesOf, occasions, rulesWith, spokenOn, wayKey, ways } from './ways';

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

test('An occasion is offered to those whom it has words for, in the languages of the words', () => {
  const words = (occasion: string, voice: string, language: string) =>
    ({ occasion, voice, language }) as NotificationTemplate;
  const templates = [
    words('unitAsked', 'staff', 'id'),
    words('received', 'chat', 'id'),
    words('received', 'chat', 'en'),
  ];
  const offered = (occasion: string) =>
    ways
      .map((way) => [wayKey(way), languagesOf(occasion, way, templates)] as const)
      .filter(([, spoken]) => spoken.length > 0);
  expect(offered('received')).toEqual([['reporter.whatsApp', ['id', 'en']]]);
  expect(offered('unitAsked').map(([way]) => way)).toEqual([
    'officers.email',
    'head.email',
    'verifiers.email',
    'overseer.email',
    'inspectorate.email',
  ]);
  expect(offered('unitAsked').every(([, spoken]) => spoken.join() === 'id')).toBe(true);
});
