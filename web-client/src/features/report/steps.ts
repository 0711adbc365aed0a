import type { Service } from '../../api/types';
import type { MessageKey } from '../../i18n/t';

export type StepName = 'masalah' | 'tempat' | 'pertanyaan' | 'foto' | 'kontak' | 'periksa';

export const stepTitles: Record<StepName, MessageKey> = {
  masalah: 'words.title',
  tempat: 'place.title',
  pertanyaan: 'questions.title',
  foto: 'photos.title',
  kontak: 'contact.title',
  periksa: 'review.title',
};

/** The steps for this service, in order: not every service asks something of its own, and photos are asked for once. */
export function stepsFor(service: Service | undefined, photosFirst = false): StepName[] {
  const asks = service !== undefined && service.questions.length > 0;
  return [
    'masalah',
    'tempat',
    ...(asks ? (['pertanyaan'] as const) : []),
    ...(photosFirst ? [] : (['foto'] as const)),
    'kontak',
    'periksa',
  ];
}

export function stepPath(step: StepName): string {
  return step === 'masalah' ? '/lapor' : `/lapor/${step}`;
}
