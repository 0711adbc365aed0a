import type { FreeSlot } from '../../api/types';
import { weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { Notice } from '../../ui/Notice';
import { hours } from './days';

/** When a car could be had instead, to be offered to the requester. */
export function FreeElsewhere({ slots }: { slots: FreeSlot[] }) {
  return (
    <Notice tone="info">
      <p>{tm('car.freeElsewhere')}</p>
      <ul>
        {slots.map((it) => (
          <li key={`${it.carId}${it.from}`}>
            {weekday(it.from)}, {hours(it.from, it.until)} ({it.car})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
