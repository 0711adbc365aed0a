import { tm } from '../../i18n/tm';
import { Field } from '../../ui/Field';
import type { CarDraft, CarFieldsProps } from './carDraft';

const fields: { id: 'name' | 'phone' | 'email'; type: string; autoComplete: string }[] = [
  { id: 'name', type: 'text', autoComplete: 'name' },
  { id: 'phone', type: 'tel', autoComplete: 'tel' },
  { id: 'email', type: 'email', autoComplete: 'email' },
];

export function CarContactStep({ draft, update, problems }: CarFieldsProps) {
  return (
    <>
      {fields.map(({ id, type, autoComplete }) => (
        <Field
          key={id}
          id={id}
          label={tm(id === 'name' ? 'car.name' : id === 'phone' ? 'car.phone' : 'car.email')}
          hint={id === 'phone' ? tm('car.phoneHint') : undefined}
          problem={problems[id]}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              type={type}
              autoComplete={autoComplete}
              value={draft[id]}
              onChange={(event) => update({ [id]: event.currentTarget.value } as Partial<CarDraft>)}
            />
          )}
        </Field>
      ))}
    </>
  );
}
