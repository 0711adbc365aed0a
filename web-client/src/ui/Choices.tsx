import type { ReactNode } from 'react';
import { FieldProblem } from './Field';

interface Choice<Value extends string> {
  value: Value;
  label: string;
  detail?: string | undefined;
}

interface ChoicesProps<Value extends string> {
  id: string;
  legend: ReactNode;
  choices: Choice<Value>[];
  value: Value | undefined;
  problem?: string | undefined;
  onChange: (value: Value) => void;
}

/** A single choice as large native radio buttons. The first one carries `id`, so that an error summary can lead to it. */
export function Choices<Value extends string>({ id, legend, choices, value, problem, onChange }: ChoicesProps<Value>) {
  return (
    <fieldset className="field" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend>{legend}</legend>
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
      <div className="choices">
        {choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
            {choice.detail && <span className="detail">{choice.detail}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
