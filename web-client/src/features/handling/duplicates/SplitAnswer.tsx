import type { Service } from '../../../api/types';
import { t } from '../../../i18n/t';
import { Field } from '../../../ui/Field';
import { SelectField } from '../../../ui/SelectField';

interface SplitAnswerProps {
  question: Service['questions'][number];
  id: string;
  problem: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** The answer to a question of the part's own service: one of the choices, or words. */
export function SplitAnswer({ question, id, problem, value, onChange }: SplitAnswerProps) {
  if (question.choices.length > 0)
    return (
      <SelectField
        id={id}
        label={question.text}
        problem={problem}
        empty={t(question.required ? 'split.choose' : 'split.unanswered')}
        options={question.choices}
        value={value}
        onChange={onChange}
      />
    );
  return (
    <Field id={id} label={question.text} problem={problem}>
      {(control) => (
        <input {...control} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
    </Field>
  );
}
