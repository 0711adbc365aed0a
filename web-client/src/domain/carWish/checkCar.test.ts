import { beforeEach, expect, test } from 'vitest';
import { loadCarMessages } from '../../i18n/tm';
import { type CarDraft, emptyDraft } from './carDraft';
import { checkCar } from './checkCar';

beforeEach(loadCarMessages);

const refused = (part: Parameters<typeof checkCar>[0], draft: Partial<CarDraft>) =>
  checkCar(part, { ...emptyDraft, ...draft }).map((it) => `${it.field}: ${it.text}`);

test('A number too short to be called is told at its question, not after the last', () => {
  expect(refused('kontak', { phone: '123' })).toEqual(['phone: Nomor telepon ini belum lengkap.']);
  expect(refused('kontak', { phone: '(0354) 682955' })).toEqual([]);
});

test('No car takes more than twenty people, or part of one', () => {
  const trip = { pickUp: 'Gang 2', destination: 'RSUD Gambiran' };
  for (const passengers of ['', '0', '21', '1.5'])
    expect(refused('perjalanan', { ...trip, passengers })).toEqual(['passengers: Isi 1 sampai 20 orang.']);
  expect(refused('perjalanan', { ...trip, passengers: '20' })).toEqual([]);
});
