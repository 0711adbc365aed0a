import { Field, type FieldProps } from './Field';

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  type?: 'text' | 'email' | 'tel' | 'number' | 'date' | 'time' | 'search';
  maxLength?: number;
  /** Which keys a telephone shows. */
  inputMode?: 'numeric' | 'decimal';
  /** Of a number or a date. */
  min?: string | number;
  max?: string | number;
  isReadOnly?: boolean;
  value: string;
  onChange: (text: string) => void;
}

/** One line of words, a number or a day, with label, hint and problem. */
export function TextField({
  type = 'text',
  maxLength,
  inputMode,
  min,
  max,
  isReadOnly,
  value,
  onChange,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          autoComplete="off"
          maxLength={maxLength}
          inputMode={inputMode}
          min={min}
          max={max}
          readOnly={isReadOnly}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
