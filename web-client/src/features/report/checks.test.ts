import { expect, test } from 'vitest';
import { ApiProblem } from '../../api/ApiProblem';
import { type Draft, emptyDraft } from '../../domain/draft';
import { check, refusals } from './checks';

const bandarLor = { code: '35.71.01.1001', name: 'Bandar Lor' };
const bandarKidul = { code: '35.71.01.1002', name: 'Bandar Kidul' };

const fields = (step: Parameters<typeof check>[0], draft: Partial<Draft>) =>
  check(step, { ...emptyDraft, ...draft }, undefined).map((it) => it.field);

test('Words and a service are needed before the place is asked', () => {
  expect(fields('masalah', { description: 'ada' })).toEqual(['description', 'service']);
  expect(fields('masalah', { description: 'Lampu mati', serviceCode: 'PJU-PADAM' })).toEqual([]);
});

test('A pin that nobody moved is no place', () => {
  expect(fields('tempat', { place: { by: 'point', lat: -7.81, lng: 112.01, isAimed: false } })).toEqual(['place']);
});

test('A point outside the city goes no further', () => {
  const located = { inside: false, kelurahan: null, kecamatan: null, borderMetres: null, alternatives: [] };
  expect(fields('tempat', { place: { by: 'point', lat: -7.9, lng: 112, isAimed: true, located } })).toEqual(['place']);
});

test('Near a border the reporter says which ward it is', () => {
  const located = {
    inside: true,
    kelurahan: bandarLor,
    kecamatan: { code: '35.71.01', name: 'Mojoroto' },
    borderMetres: 12,
    alternatives: [bandarKidul],
  };
  const place = { by: 'point' as const, lat: -7.82, lng: 112, isAimed: true, located };
  expect(fields('tempat', { place })).toEqual(['border']);
  expect(fields('tempat', { place: { ...place, ward: bandarKidul } })).toEqual([]);
});

test('A point whose ward could not be asked, for want of a network, may still be sent', () => {
  expect(fields('tempat', { place: { by: 'point', lat: -7.81, lng: 112.01, isAimed: true } })).toEqual([]);
});

test('A ward in words needs a landmark too', () => {
  expect(fields('tempat', { place: { by: 'words', ward: bandarLor } })).toEqual(['address']);
});

test.each(['0812-3456-7890', '+6281234567890', '6281234567890', ''])('The phone number "%s" is fine', (phone) => {
  expect(fields('kontak', { phone })).toEqual([]);
});

test.each(['12', '0354-123456', 'telepon saya'])('The phone number "%s" is not', (phone) => {
  expect(fields('kontak', { phone })).toEqual(['phone']);
});

test('A refused field leads back to the page that asks for it', () => {
  const problem = ApiProblem.from(400, {
    code: 'validation_failed',
    errors: { 'reporter.phone': ['invalid_phone'], 'answers.kelas-jalan': ['required'] },
  });
  expect(refusals(problem).map((it) => [it.field, it.href])).toEqual([
    ['phone', '/lapor/kontak'],
    ['answer-kelas-jalan', '/lapor/pertanyaan'],
  ]);
});
