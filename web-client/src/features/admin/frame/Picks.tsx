import { ta } from '../../../i18n/ta';
import { Combobox, type Option } from '../../../ui/Combobox';
import { Icon } from '../../../ui/Icon';
import { saysAll } from './SearchField';

const optionsShown = 12;

interface PicksProps {
  id: string;
  /** What is picked, and how another one is added. */
  label: string;
  add: string;
  /** Those that can be picked. */
  options: Option[];
  /** Values, in the order in which they were added. */
  picked: string[];
  nameOf: (value: string) => string;
  problem: string | undefined;
  /** Said while nothing is picked. */
  none?: string;
  onChange: (picked: string[]) => void;
}

/** Some of many: found by typing, listed below, each taken away by its button. */
export function Picks({ id, label, add, options, picked, nameOf, problem, none, onChange }: PicksProps) {
  const change = (next: string[]) => {
    onChange(next);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <div className="stack">
      <Combobox
        // anew after each one, so that the next is typed into an empty field
        key={picked.join()}
        id={id}
        label={add}
        problem={problem}
        chosen={undefined}
        none={ta('admin.noneFound')}
        find={(text) =>
          options
            .filter((it) => !picked.includes(it.value) && saysAll(text, it.value, it.label, it.detail))
            .slice(0, optionsShown)
        }
        onChoose={(it) => it && change([...picked, it.value])}
      />
      {picked.length === 0 && none && <p className="small muted">{none}</p>}
      <ul className="picks" aria-label={label}>
        {picked.map((value) => (
          <li key={value} className="badge plain">
            {nameOf(value)}
            <button
              type="button"
              aria-label={ta('admin.dropPick', { name: nameOf(value) })}
              onClick={() => change(picked.filter((it) => it !== value))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
