import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { Field } from '../../ui/Field';
import { answerField } from './checks';
import type { StepProps } from './stepProps';

/** What this service alone needs to know, for example the class of the road. */
export function QuestionsStep({ draft, update, service, problems }: StepProps) {
  const answer = (code: string, value: string) =>
    update(({ answers: { [code]: _, ...others } }) => ({ answers: value ? { ...others, [code]: value } : others }));

  return service?.questions.map((question) => {
    const field = answerField(question.code);
    // on a line of its own: some questions end in words in brackets themselves
    const label = (
      <>
        {question.text}
        {!question.required && <span className="optional"> {t('questions.optional')}</span>}
      </>
    );
    const value = draft.answers[question.code];
    return question.choices.length > 0 ? (
      <Choices
        key={question.code}
        id={field}
        legend={label}
        problem={problems[field]}
        value={value}
        choices={question.choices.map((it) => ({ value: it.value, label: it.text }))}
        onChange={(chosen) => answer(question.code, chosen)}
      />
    ) : (
      <Field key={question.code} id={field} label={label} problem={problems[field]}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={value ?? ''}
            onChange={(event) => answer(question.code, event.currentTarget.value)}
          />
        )}
      </Field>
    );
  });
}
