import { Field, type FieldProps } from './Field';

interface TextAreaProps extends Omit<FieldProps, 'children'> {
  rows: number;
  maxLength?: number;
  value: string;
  onChange: (text: string) => void;
}

/** Several lines of words, with label, hint and problem. */
export function TextArea({ rows, maxLength, value, onChange, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
