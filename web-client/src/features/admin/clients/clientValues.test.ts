import { expect, test } from 'vitest';
import type { ClientEntry } from '../../../api/types';
import { endOf, lastDay, newClient, sentClient, sentSettings, storedClient } from './clientValues';

const entry: ClientEntry = {
  id: '0190d5c4-0000-7000-8000-000000000001',
  clientId: 'jakarta',
  name: 'JAKI',
  scopes: ['reports:read'],
  agencies: null,
  expiresAt: null,
  requestsPerMinute: 60,
  disabled: false,
  createdAt: '2026-11-01T00:00:00Z',
  lastUsedAt: null,
  secrets: [],
  version: 3,
};

test('A client that is good through a day ends with that day in WIB', () => {
  expect(endOf('2026-12-31')).toBe('2026-12-31T17:00:00.000Z');
  expect(lastDay('2026-12-31T17:00:00.000Z')).toBe('2026-12-31');
  expect(lastDay('2026-12-31T05:00:00+00:00')).toBe('2026-12-31');
  expect([endOf(''), lastDay('')]).toEqual(['', '']);
});

test('An hour that somebody else set as its end stays as it is, unless the day is changed', () => {
  const { values } = storedClient({ ...entry, expiresAt: '2026-12-31T05:00:00+00:00' });
  expect(sentSettings(values)).toMatchObject({ expiresAt: '2026-12-31T05:00:00+00:00', requestsPerMinute: 60 });
});

test('The whole city is no list of units, whatever was ticked before', () => {
  const some = { ...newClient.values, clientId: ' surabaya ', isLimited: true, agencies: ['DPUPR'] };
  expect(sentClient(some)).toEqual({
    clientId: 'surabaya',
    name: '',
    scopes: [],
    agencies: ['DPUPR'],
    expiresAt: null,
    requestsPerMinute: null,
  });
  expect(sentSettings({ ...some, isLimited: false }).agencies).toBeNull();
  expect(storedClient({ ...entry, agencies: [{ code: 'DPUPR', name: 'Dinas' }] }).values.isLimited).toBe(true);
});
