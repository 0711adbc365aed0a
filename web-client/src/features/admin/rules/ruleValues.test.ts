import { expect, test } from 'vitest';
import type { AgencyEntry, RoutingRuleEntry } from '../../../api/types';
import { lastDay, today, validUntil } from './days';
import { changeTexts, newRule, periodText, sentRule, valuesOf } from './ruleValues';

const agency = (code: string, kind: AgencyEntry['kind'], shortName = code): AgencyEntry => ({
  code,
  kind,
  shortName,
  name: shortName,
  parent: null,
  duty: '',
  onCall: false,
  phone: null,
  email: null,
  office: null,
  active: true,
  version: 1,
});
const agencies = [
  agency('DPUPR', 'opd'),
  agency('35.71.01', 'kecamatan', 'Mojoroto'),
  agency('35.71.01.1001', 'kelurahan', 'Bandar Lor'),
];

const current: RoutingRuleEntry = {
  id: '01',
  service: { code: 'SMP-ANGKUT', name: 'Sampah' },
  answer: null,
  kelurahan: null,
  kecamatan: null,
  target: 'agency',
  agency: { code: 'DLHKP', name: 'DLHKP' },
  validFrom: '2025-01-01',
  validUntil: null,
  basis: null,
  rank: 0,
  state: 'current',
  explanation: '',
};

test('People name the last day, the API the first one after it', () => {
  expect(validUntil('2026-12-31')).toBe('2027-01-01');
  expect(lastDay('2027-01-01')).toBe('2026-12-31');
  expect([validUntil(''), lastDay(null)]).toEqual([null, '']);
  expect(periodText('2026-01-01', '2027-01-01')).toBe('1 Januari 2026 – 31 Desember 2026');
});

test('A place is a kelurahan or a kecamatan, and an answer is taken apart', () => {
  const rule = {
    ...newRule('JLN-RUSAK'),
    answer: 'kelasJalan=gang',
    placeCode: '35.71.01',
    target: 'verifier' as const,
    agencyCode: 'DPUPR',
  };
  expect(sentRule(rule, agencies)).toMatchObject({
    questionCode: 'kelasJalan',
    answerValue: 'gang',
    kecamatanCode: '35.71.01',
    kelurahanCode: null,
    agencyCode: null,
  });
  expect(sentRule({ ...rule, placeCode: '35.71.01.1001' }, agencies)).toMatchObject({
    kelurahanCode: '35.71.01.1001',
    kecamatanCode: null,
  });
});

test('The successor of a rule in force begins today', () => {
  expect(valuesOf(current).validFrom).toBe(today());
  expect(valuesOf({ ...current, state: 'coming', validFrom: '2099-01-01' }).validFrom).toBe('2099-01-01');
});

test('A change reads as what it is about and what becomes of it', () => {
  const known = { rules: [current], services: [], agencies };
  expect(changeTexts({ kind: 'end', ruleId: '01', validUntil: '2027-01-01' }, known)).toEqual({
    about: 'Sampah',
    what: 'DLHKP: sampai 31 Desember 2026',
  });
  expect(changeTexts({ kind: 'end', ruleId: '01', validUntil: null }, known).what).toBe('DLHKP: tanpa akhir');
  const rule = sentRule(
    { ...newRule('SMP-ANGKUT'), agencyCode: 'DPUPR', placeCode: '35.71.01.1001', validFrom: '2027-01-01' },
    agencies,
  );
  expect(changeTexts({ kind: 'add', rule }, known)).toEqual({
    about: 'SMP-ANGKUT · Bandar Lor',
    what: 'DPUPR, sejak 1 Januari 2027',
  });
});
