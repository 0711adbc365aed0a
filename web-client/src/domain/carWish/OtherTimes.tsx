import { ApiProblem } from '../../api/ApiProblem';
import type { FreeSlot } from '../../api/types';
import { clock, weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { Notice } from '../../ui/Notice';
import './times.css';

/** The times that can be had instead; one tap takes one over. */
export function OtherTimes({ slots, onChoose }: { slots: FreeSlot[]; onChoose: (slot: FreeSlot) => void }) {
  return (
    <Notice tone="warn" role="alert">
      <p>{tm(slots.length > 0 ? 'car.otherTimes' : 'car.noOtherTimes')}</p>
      <div className="other-times">
        {slots.map((slot) => (
          <button
            key={`${slot.carId}${slot.from}`}
            type="button"
            className="button quiet compact"
            onClick={() => onChoose(slot)}
          >
            {weekday(slot.from)}, {clock(slot.from).replace(' WIB', '')}–{clock(slot.until)} ({slot.car})
          </button>
        ))}
      </div>
    </Notice>
  );
}

/** The times that the server offers instead; undefined where it is not that. */
export function freeSlotsOf(problem: unknown): FreeSlot[] | undefined {
  return problem instanceof ApiProblem && Array.isArray(problem.facts.freeSlots)
    ? (problem.facts.freeSlots as FreeSlot[])
    : undefined;
}
