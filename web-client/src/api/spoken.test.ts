import { expect, test, vi } from 'vitest';

const answer = () => ({
  items: [
    { service: { code: 'A', name: 'Jalan rusak', nameEn: 'Damaged road' }, agency: { code: 'B', name: 'DPUPR' } },
  ],
});

test('English pages call a service by its English name, and what has none by its own', async () => {
  vi.stubGlobal('localStorage', { getItem: () => 'en' });
  vi.resetModules();
  const { spoken } = await import('./spoken');
  const [shown] = spoken(answer(), 'http://x/api/v1/reports').items;
  expect([shown?.service.name, shown?.agency.name]).toEqual(['Damaged road', 'DPUPR']);
  const [edited] = spoken(answer(), 'http://x/api/v1/admin/services').items;
  expect(edited?.service.name).toBe('Jalan rusak');
});

test('English pages ask in English, and keep the code of what is chosen', async () => {
  vi.stubGlobal('localStorage', { getItem: () => 'en' });
  vi.resetModules();
  const { spoken } = await import('./spoken');
  const question = {
    text: 'Jalan apa yang rusak?',
    textEn: 'Which road is damaged?',
    choices: [
      { value: 'kota', text: 'Jalan kota', textEn: 'A city road' },
      { value: 'lain', text: 'Lainnya', textEn: null },
    ],
  };
  const [asked] = spoken({ questions: [question] }, 'http://x/api/v1/services').questions;
  expect(asked?.text).toBe('Which road is damaged?');
  expect(asked?.choices.map((it) => [it.value, it.text])).toEqual([
    ['kota', 'A city road'],
    ['lain', 'Lainnya'],
  ]);
});

test('Indonesian pages keep the name', async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.resetModules();
  const { spoken } = await import('./spoken');
  expect(spoken(answer(), 'http://x/api/v1/reports').items[0]?.service.name).toBe('Jalan rusak');
});

test('What the program says of itself is English too; what a person wrote stays', async () => {
  vi.stubGlobal('localStorage', { getItem: () => 'en' });
  vi.resetModules();
  const { spoken } = await import('./spoken');
  const told = spoken(
    {
      routing: { reason: 'Tugas Dishub.', reasonEn: 'The task of Dishub.' },
      timeline: [{ note: 'Besok.', noteEn: null }],
    },
    'http://x/api/v1/tracking/A',
  );
  expect([told.routing.reason, told.timeline[0]?.note]).toEqual(['The task of Dishub.', 'Besok.']);
});
