import { ta } from '../../../i18n/ta';
import { FieldProblem } from '../../../ui/Field';
import { scopes, scopeText } from './clientValues';

interface ScopeChoicesProps {
  chosen: string[];
  problem: string | undefined;
  onChange: (chosen: string[]) => void;
}

/** What the program may do, in words, with the name that its maker knows. The first carries the id, so that an error summary leads to it. */
export function ScopeChoices({ chosen, problem, onChange }: ScopeChoicesProps) {
  return (
    <fieldset className="field" aria-describedby={problem ? 'scopes-problem' : undefined}>
      <legend>{ta('client.scopes')}</legend>
      {problem && <FieldProblem id="scopes-problem">{problem}</FieldProblem>}
      <div className="choices">
        {scopes.map((scope, index) => (
          <label className="choice" key={scope}>
            <input
              type="checkbox"
              id={index === 0 ? 'scopes' : undefined}
              checked={chosen.includes(scope)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, scope] : chosen.filter((it) => it !== scope))
              }
            />
            <span>{scopeText(scope)}</span>
            <code className="detail">{scope}</code>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
