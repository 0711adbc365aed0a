import { expect, test } from 'vitest';
import type { WebhookEntry } from '../../../api/types';
import words from '../../../i18n/admin.id.json';
import { extendMessages } from '../../../i18n/t';
import { read } from '../../../test/sources';
import {
  eventText,
  eventTypes,
  fromKediri,
  kediriInput,
  newWebhook,
  sentChanges,
  sentWebhook,
  storedWebhook,
  webhookName,
} from './webhookValues';

const entry: WebhookEntry = {
  id: '0190d5c4-0000-7000-8000-000000000001',
  client: 'jakarta',
  name: '',
  url: 'https://jakarta.example/hook?x=1',
  events: ['report.rated'],
  agencies: null,
  services: null,
  noticeEmail: null,
  state: 'disabled',
  disabledBecause: 'gone',
  disabledAt: '2026-11-01T00:00:00Z',
  failingSince: null,
  restingUntil: null,
  lastSuccessAt: null,
  createdAt: '2026-10-01T00:00:00Z',
  secrets: [],
  version: 4,
};

test('The events that can be picked are those of the contract, each in words', () => {
  extendMessages(words);
  const told = /NewWebhook: \{[\s\S]*?@description Of ([\s\S]*?)\*\//.exec(read('api/schema.d.ts'))?.[1] ?? '';
  expect([...told.matchAll(/`(report\.\w+)`/g)].map(([, type]) => type)).toEqual(eventTypes);
  expect(eventTypes.filter((it) => eventText(it) === it)).toEqual([]);
  expect(eventText('webhook.ping')).toBe('Percobaan');
  expect(eventText('report.not_known_yet')).toBe('report.not_known_yet');
});

test('Nothing picked is all, and a webhook that was given up is not taken up by the way', () => {
  const { values, version } = storedWebhook(entry);
  expect(version).toBe(4);
  expect(sentChanges(values)).toEqual({
    name: '',
    url: entry.url,
    events: ['report.rated'],
    agencies: null,
    services: null,
    noticeEmail: null,
    enabled: false,
  });
  const made = sentWebhook({
    ...newWebhook.values,
    client: 'jakarta',
    url: ' https://jakarta.example ',
    noticeEmail: ' a@b.id ',
  });
  expect(made).toMatchObject({
    client: 'jakarta',
    url: 'https://jakarta.example',
    events: null,
    noticeEmail: 'a@b.id',
  });
  expect(made).not.toHaveProperty('enabled');
});

test('A webhook without a name is called by where it leads', () => {
  expect(webhookName(entry)).toBe('jakarta.example');
  expect(webhookName({ name: 'Papan', url: entry.url })).toBe('Papan');
});

test('An hour that is typed is one of Kediri', () => {
  expect(fromKediri('2026-11-28T06:30')).toBe('2026-11-28T06:30:00+07:00');
  expect(fromKediri('')).toBeNull();
  expect(kediriInput('2026-11-27T23:30:00Z')).toBe('2026-11-28T06:30');
});
