import type { CarPart } from '../../domain/carWish/checkCar';
import type { CarKey } from '../../i18n/tm';

export const carSteps = [
  'keperluan',
  'kelurahan',
  'waktu',
  'perjalanan',
  'kontak',
  'periksa',
] as const satisfies CarPart[];

export type CarStep = CarPart;

export const carStepTitles: Record<CarStep, CarKey> = {
  keperluan: 'car.purpose.title',
  kelurahan: 'car.ward.title',
  waktu: 'car.time.title',
  perjalanan: 'car.trip.title',
  kontak: 'car.contact.title',
  periksa: 'car.review.title',
};

export function carStepPath(step: CarStep): string {
  return step === 'keperluan' ? '/mobil' : `/mobil/${step}`;
}

/** Which question asks for a field that the server refuses. */
export function stepOf(field: string): CarStep {
  if (field === 'purpose' || field === 'need') return 'keperluan';
  if (field === 'kelurahanCode') return 'kelurahan';
  if (field === 'from' || field === 'until') return 'waktu';
  if (field.startsWith('contact')) return 'kontak';
  return 'perjalanan';
}
