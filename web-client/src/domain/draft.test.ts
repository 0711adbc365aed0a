import { expect, test } from 'vitest';
import { emptyDraft, toReport } from './draft';

const draft = {
  ...emptyDraft,
  description: ' Lampu mati ',
  serviceCode: 'PJU-PADAM',
  name: 'Siti',
  phone: '0812345678',
};

test('An anonymous report carries no name, even when one was typed before', () => {
  expect(toReport({ ...draft, anonymous: true }, []).reporter).toEqual({ phone: '0812345678' });
});

test('Without any contact there is no reporter at all', () => {
  expect(toReport({ ...draft, name: ' ', phone: '' }, [])).not.toHaveProperty('reporter');
});

test('A pin goes as a location, and the ward only when the reporter chose it', () => {
  const place = { by: 'point' as const, lat: -7.81, lng: 112.01, isAimed: true };
  expect(toReport({ ...draft, place }, ['a'])).toEqual({
    serviceCode: 'PJU-PADAM',
    description: 'Lampu mati',
    location: { lat: -7.81, lng: 112.01 },
    answers: {},
    attachmentIds: ['a'],
    anonymous: false,
    reporter: { name: 'Siti', phone: '0812345678' },
  });
});
