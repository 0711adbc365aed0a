import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { FieldProblem } from '../../../ui/Field';
import { TextField } from '../../../ui/TextField';
import type { Question } from './serviceValues';

interface QuestionsEditorProps {
  questions: Question[];
  /** As they are stored: these keep their codes, for reports and rules know them by that. */
  stored: Question[];
  problem: (field: string) => string | undefined;
  onChange: (questions: Question[]) => void;
}

/** The extra questions of a service, in order; with choices a single choice, without them free text. */
export function QuestionsEditor({ questions, stored, problem, onChange }: QuestionsEditorProps) {
  const put = (index: number, change: Partial<Question>) =>
    onChange(questions.map((it, at) => (at === index ? { ...it, ...change } : it)));
  const move = (index: number, by: number) => {
    const moved = questions.filter((_, at) => at !== index);
    moved.splice(index + by, 0, questions[index] as Question);
    onChange(moved);
  };
  const isStored = (index: number) => stored.some((it) => it.code === questions[index]?.code) && index < stored.length;
  return (
    <fieldset className="stack" id="questions" tabIndex={-1}>
      <legend>{ta('service.questions')}</legend>
      <p className="hint muted small">{ta('service.questionsHint')}</p>
      {problem('questions') && <FieldProblem>{problem('questions')}</FieldProblem>}
      {questions.map((question, index) => (
        <div className="card stack" key={index}>
          <TextField
            id={`questions[${index}].text`}
            label={ta('service.question', { number: index + 1 })}
            maxLength={200}
            problem={problem(`questions[${index}].text`)}
            value={question.text}
            onChange={(text) => put(index, { text })}
          />
          <TextField
            id={`questions[${index}].textEn`}
            label={ta('service.questionEn', { number: index + 1 })}
            maxLength={200}
            problem={problem(`questions[${index}].textEn`)}
            value={question.textEn}
            onChange={(textEn) => put(index, { textEn })}
          />
          {!isStored(index) && (
            <TextField
              id={`questions[${index}].code`}
              label={ta('service.questionCode')}
              hint={ta('service.questionCodeHint')}
              maxLength={40}
              problem={problem(`questions[${index}].code`)}
              value={question.code}
              onChange={(code) => put(index, { code })}
            />
          )}
          <ChoicesEditor
            at={`questions[${index}]`}
            choices={question.choices}
            stored={stored.find((it) => it.code === question.code)?.choices ?? []}
            problem={problem}
            onChange={(choices) => put(index, { choices })}
          />
          <Check
            id={`questions[${index}].required`}
            label={ta('service.required')}
            isChecked={question.required}
            onChange={(required) => put(index, { required })}
          />
          <Check
            id={`questions[${index}].retired`}
            label={ta('service.retire')}
            hint={ta('service.retireHint')}
            isChecked={question.retired}
            onChange={(retired) => put(index, { retired })}
          />
          <div className="row">
            {index > 0 && (
              <button type="button" className="text-button" onClick={() => move(index, -1)}>
                {ta('service.up')}
              </button>
            )}
            {index < questions.length - 1 && (
              <button type="button" className="text-button" onClick={() => move(index, 1)}>
                {ta('service.down')}
              </button>
            )}
            <button
              type="button"
              className="text-button"
              onClick={() => onChange(questions.filter((_, at) => at !== index))}
            >
              {ta('service.removeQuestion')}
            </button>
          </div>
        </div>
      ))}
      {questions.length < 10 && (
        <button
          type="button"
          className="button quiet compact"
          onClick={() =>
            onChange([...questions, { code: '', text: '', textEn: '', required: false, retired: false, choices: [] }])
          }
        >
          {ta('service.addQuestion')}
        </button>
      )}
    </fieldset>
  );
}

interface ChoicesEditorProps {
  at: string;
  choices: Question['choices'];
  stored: Question['choices'];
  problem: (field: string) => string | undefined;
  onChange: (choices: Question['choices']) => void;
}

function ChoicesEditor({ at, choices, stored, problem, onChange }: ChoicesEditorProps) {
  const put = (index: number, change: Partial<Question['choices'][number]>) =>
    onChange(choices.map((it, one) => (one === index ? { ...it, ...change } : it)));
  return (
    <div className="stack choices-editor">
      {choices.map((choice, index) => (
        <div className="field-pair" key={index}>
          <TextField
            id={`${at}.choices[${index}].text`}
            label={ta('service.choice', { number: index + 1 })}
            maxLength={200}
            problem={problem(`${at}.choices[${index}].text`)}
            value={choice.text}
            onChange={(text) => put(index, { text })}
          />
          <TextField
            id={`${at}.choices[${index}].textEn`}
            label={ta('service.choiceEn', { number: index + 1 })}
            maxLength={200}
            problem={problem(`${at}.choices[${index}].textEn`)}
            value={choice.textEn}
            onChange={(textEn) => put(index, { textEn })}
          />
          {stored.some((it) => it.value === choice.value) ? (
            <Check
              id={`${at}.choices[${index}].retired`}
              label={ta('service.retireChoice')}
              isChecked={choice.retired}
              onChange={(retired) => put(index, { retired })}
            />
          ) : (
            <TextField
              id={`${at}.choices[${index}].value`}
              label={ta('service.choiceCode')}
              maxLength={40}
              problem={problem(`${at}.choices[${index}].value`)}
              value={choice.value}
              onChange={(value) => put(index, { value })}
            />
          )}
        </div>
      ))}
      <div className="row">
        <button
          type="button"
          className="text-button"
          onClick={() => onChange([...choices, { value: '', text: '', textEn: '', retired: false }])}
        >
          {ta('service.addChoice')}
        </button>
        {choices.length > 0 && (
          <button type="button" className="text-button" onClick={() => onChange(choices.slice(0, -1))}>
            {ta('service.removeChoice')}
          </button>
        )}
      </div>
    </div>
  );
}
