import type { CarMove, CarRequestChange } from '../../api/types';
import { type CarKey, tm } from '../../i18n/tm';
import type { FieldError } from '../../ui/ErrorSummary';

export interface MoveValues {
  carId: string;
  reason: string;
  note: string;
  driver: string;
  /** Of an `input` of type datetime-local, in Kediri. */
  at: string;
  odometer: string;
  fuelLitres: string;
  fuelCost: string;
}

export const emptyMove: MoveValues = {
  carId: '',
  reason: '',
  note: '',
  driver: '',
  at: '',
  odometer: '',
  fuelLitres: '',
  fuelCost: '',
};

/** What the move demands and nobody has said yet. */
export function missingOf({ demands }: CarMove, values: MoveValues): FieldError[] {
  const missing: [boolean, keyof MoveValues, CarKey][] = [
    [demands.includes('car') && !values.carId, 'carId', 'car.chooseCar'],
    [demands.includes('reason') && !values.reason, 'reason', 'car.chooseReason'],
    [demands.includes('note') && !values.note.trim(), 'note', 'car.writeNote'],
    [demands.includes('departure') && !values.driver.trim(), 'driver', 'car.fill'],
    [isOdometerAsked(demands) && !values.odometer, 'odometer', 'car.fill'],
  ];
  const names: Partial<Record<keyof MoveValues, CarKey>> = { driver: 'car.driver', odometer: 'car.odometer' };
  return missing.flatMap(([isMissing, field, key]) => {
    const name = names[field];
    return isMissing ? [{ field, text: tm(key), label: name && tm(name) }] : [];
  });
}

export function isOdometerAsked(demands: CarMove['demands']): boolean {
  return demands.includes('departure') || demands.includes('return');
}

export function sentMove({ to, demands }: CarMove, values: MoveValues): CarRequestChange {
  const isTimed = isOdometerAsked(demands);
  return {
    to,
    ...(demands.includes('car') && { carId: values.carId }),
    ...(demands.includes('reason') && { reason: values.reason as CarRequestChange['reason'] }),
    note: values.note.trim() || null,
    ...(demands.includes('departure') && { driver: values.driver.trim() }),
    ...(isTimed && { odometer: Number(values.odometer), at: values.at ? `${values.at}:00+07:00` : null }),
    ...(demands.includes('return') && {
      fuelLitres: amount(values.fuelLitres),
      fuelCost: amount(values.fuelCost),
    }),
  };
}

/** Written with a comma or a point; nothing is not zero. */
function amount(text: string): number | null {
  return text.trim() ? Number(text.replace(',', '.')) : null;
}
