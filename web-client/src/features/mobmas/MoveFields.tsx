import type { CarMove, CarRequestDetail } from '../../api/types';
import { tm } from '../../i18n/tm';
import { Choices } from '../../ui/Choices';
import { Field } from '../../ui/Field';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { isOdometerAsked, type MoveValues } from './moveValues';

const reasons = ['noCar', 'notCovered', 'unclear', 'tooFar', 'urgent'] as const;

interface MoveFieldsProps {
  move: CarMove;
  request: CarRequestDetail;
  values: MoveValues;
  problems: Record<string, string | undefined>;
  update: (part: Partial<MoveValues>) => void;
}

export function MoveFields({ move: { demands, to }, request, values, problems, update }: MoveFieldsProps) {
  const isReturn = demands.includes('return');
  return (
    <>
      {demands.includes('car') && (
        <Choices
          id="carId"
          legend={tm('car.whichCar')}
          problem={problems.carId}
          value={values.carId || undefined}
          choices={request.cars.map((it) => ({
            value: it.id,
            label: it.name,
            detail: tm(it.fits ? (it.free ? 'car.carFree' : 'car.carTaken') : 'car.carSmall', {
              plate: it.plate,
              seats: it.seats,
            }),
          }))}
          onChange={(carId) => update({ carId })}
        />
      )}
      {demands.includes('reason') && (
        <SelectField
          id="reason"
          label={tm('car.reason')}
          empty={tm('car.chooseReason')}
          problem={problems.reason}
          options={reasons.map((it) => ({ value: it, text: tm(`carRefusal.${it}`) }))}
          value={values.reason}
          onChange={(reason) => update({ reason })}
        />
      )}
      {demands.includes('departure') && (
        <TextField
          id="driver"
          label={tm('car.driver')}
          maxLength={100}
          problem={problems.driver}
          value={values.driver}
          onChange={(driver) => update({ driver })}
        />
      )}
      {isOdometerAsked(demands) && (
        <>
          <TextField
            id="odometer"
            type="number"
            label={tm('car.odometer')}
            min={0}
            problem={problems.odometer}
            value={values.odometer}
            onChange={(odometer) => update({ odometer })}
          />
          <Field id="at" label={tm('car.at')} hint={tm('car.atHint')} problem={problems.at}>
            {(control) => (
              <input
                {...control}
                className="input"
                type="datetime-local"
                value={values.at}
                onChange={(event) => update({ at: event.currentTarget.value })}
              />
            )}
          </Field>
        </>
      )}
      {isReturn && (
        <div className="car-pair">
          <TextField
            id="fuelLitres"
            label={tm('car.fuelLitres')}
            problem={problems.fuelLitres}
            value={values.fuelLitres}
            onChange={(fuelLitres) => update({ fuelLitres })}
          />
          <TextField
            id="fuelCost"
            type="number"
            label={tm('car.fuelCost')}
            min={0}
            problem={problems.fuelCost}
            value={values.fuelCost}
            onChange={(fuelCost) => update({ fuelCost })}
          />
        </div>
      )}
      {to !== 'underWay' && (
        <TextArea
          id="note"
          label={tm(isReturn ? 'car.tripNote' : demands.includes('note') ? 'car.note' : 'car.noteOptional')}
          rows={3}
          maxLength={500}
          problem={problems.note}
          value={values.note}
          onChange={(note) => update({ note })}
        />
      )}
    </>
  );
}
