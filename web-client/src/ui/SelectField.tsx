import { Field, type FieldProps } from './Field';

interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  /** What is meant when nothing is chosen; absent where something always is. */
  empty?: string;
  options: { value: string; text: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of a known list, with label, hint and problem. */
export function SelectField({ empty, options, value, onChange, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((it) => (
            <option key={it.value} value={it.value}>
              {it.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
