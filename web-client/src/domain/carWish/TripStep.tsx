import { tm } from '../../i18n/tm';
import { TextField } from '../../ui/TextField';
import type { CarFieldsProps } from './carDraft';
import { mostPassengers } from './checkCar';

export function TripStep({ draft, update, problems }: CarFieldsProps) {
  return (
    <>
      <TextField
        id="pickUp"
        label={tm('car.pickUp')}
        hint={tm('car.pickUpHint')}
        maxLength={200}
        problem={problems.pickUp}
        value={draft.pickUp}
        onChange={(pickUp) => update({ pickUp })}
      />
      <TextField
        id="destination"
        label={tm('car.destination')}
        maxLength={200}
        problem={problems.destination}
        value={draft.destination}
        onChange={(destination) => update({ destination })}
      />
      <TextField
        id="passengers"
        type="number"
        label={tm('car.passengers')}
        min={1}
        max={mostPassengers}
        problem={problems.passengers}
        value={draft.passengers}
        onChange={(passengers) => update({ passengers })}
      />
    </>
  );
}
