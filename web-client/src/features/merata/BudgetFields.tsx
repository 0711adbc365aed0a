import { rupiah } from '../../domain/rupiah';
import { tw } from '../../i18n/tw';
import { FieldProblem } from '../../ui/Field';
import { TextField } from '../../ui/TextField';
import { type BudgetLine, emptyLine, figureOf } from './workDraft';

interface BudgetFieldsProps {
  lines: BudgetLine[];
  problem: (field: string) => string | undefined;
  onChange: (lines: BudgetLine[]) => void;
}

/** The lines of a plan's money and what they come to. */
export function BudgetFields({ lines, problem, onChange }: BudgetFieldsProps) {
  const update = (at: number, part: Partial<BudgetLine>) =>
    onChange(lines.map((it, index) => (index === at ? { ...it, ...part } : it)));
  const total = lines.reduce((sum, it) => sum + Math.max(0, figureOf(it.planned)), 0);
  const whole = problem('budget');
  return (
    <fieldset className="stack" id="budget" tabIndex={-1}>
      <legend className="legend">{tw('work.money')}</legend>
      {whole && <FieldProblem>{whole}</FieldProblem>}
      {lines.map((it, index) => (
        <div key={it.key} className="work-line">
          <TextField
            id={`budget[${index}].name`}
            label={tw('work.lineNumber', { number: index + 1 })}
            maxLength={100}
            problem={problem(`budget[${index}].name`)}
            value={it.name}
            onChange={(name) => update(index, { name })}
          />
          <TextField
            id={`budget[${index}].planned`}
            inputMode="numeric"
            label={tw('work.amount')}
            problem={problem(`budget[${index}].planned`)}
            value={it.planned}
            onChange={(planned) => update(index, { planned })}
          />
          {lines.length > 1 && (
            <button
              type="button"
              className="text-button"
              onClick={() => onChange(lines.filter((_, at) => at !== index))}
            >
              {tw('work.removeLine', { number: index + 1 })}
            </button>
          )}
        </div>
      ))}
      <p className="row">
        <button type="button" className="button quiet compact" onClick={() => onChange([...lines, emptyLine()])}>
          {tw('work.addLine')}
        </button>
        <strong>{tw('work.totalOf', { amount: rupiah(total) })}</strong>
      </p>
    </fieldset>
  );
}
