import type { ReactNode } from 'react';
import { FieldProblem } from './Field';

interface CheckProps {
  id: string;
  label: ReactNode;
  hint?: string;
  problem?: string | undefined;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** Yes or no: a native checkbox in the frame of a choice. */
export function Check({ id, label, hint, problem, isChecked, onChange }: CheckProps) {
  return (
    <div className="check">
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          checked={isChecked}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
        {hint && <span className="detail">{hint}</span>}
      </label>
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
    </div>
  );
}
