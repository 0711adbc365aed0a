import { type CarKey, tm } from '../../i18n/tm';
import type { FieldError } from '../../ui/ErrorSummary';
import type { CarDraft } from './carDraft';

/** The parts of a request, as they are asked for. */
export type CarPart = 'keperluan' | 'kelurahan' | 'waktu' | 'perjalanan' | 'kontak' | 'periksa';

const atLeast = 3; // letters of a place
const shortestPhone = 8; // digits; whether it can be called is the server's to say
export const mostPassengers = 20;

/** What is called so at its field: the words of a refusal are the same for all of them. */
const names: Record<string, CarKey> = {
  date: 'car.date',
  from: 'car.from',
  until: 'car.until',
  pickUp: 'car.pickUp',
  destination: 'car.destination',
  passengers: 'car.passengers',
};

/** What is missing in one part, at its fields. */
export function checkCar(step: CarPart, draft: CarDraft): FieldError[] {
  const missing: Record<string, CarKey | undefined> = {};
  switch (step) {
    case 'keperluan':
      missing.purpose =
        draft.purpose === '' ? 'car.choosePurpose' : draft.purpose === 'urgentMedical' ? 'car.urgentField' : undefined;
      break;
    case 'kelurahan':
      missing.kelurahanCode = draft.ward ? undefined : 'car.chooseWard';
      break;
    case 'waktu':
      missing.date = draft.date ? undefined : 'car.fill';
      missing.from = draft.from ? undefined : 'car.chooseTime';
      missing.until = !draft.until
        ? 'car.chooseTime'
        : draft.from && draft.until <= draft.from
          ? 'car.untilAfter'
          : undefined;
      break;
    case 'perjalanan':
      missing.pickUp = place(draft.pickUp);
      missing.destination = place(draft.destination);
      missing.passengers = people(draft.passengers);
      break;
    case 'kontak':
      missing.phone = phone(draft.phone);
      break;
    case 'periksa':
      break;
  }
  return Object.entries(missing).flatMap(([field, key]) => {
    const name = names[field];
    return key ? [{ field, text: tm(key), label: name && tm(name) }] : [];
  });
}

function people(count: string): CarKey | undefined {
  const number = Number(count);
  return Number.isInteger(number) && number >= 1 && number <= mostPassengers ? undefined : 'car.passengerRange';
}

function phone(written: string): CarKey | undefined {
  if (written.trim() === '') return 'car.phoneNeeded';
  return written.replace(/\D/g, '').length < shortestPhone ? 'car.phoneShort' : undefined;
}

function place(text: string): CarKey | undefined {
  return text.trim() === '' ? 'car.fill' : text.trim().length < atLeast ? 'car.tooShort' : undefined;
}
