import type { AgencyEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Combobox } from '../../../ui/Combobox';
import { Icon } from '../../../ui/Icon';
import { saysAll } from '../frame/SearchField';

const optionsShown = 12;

interface AgencyPicksProps {
  agencies: AgencyEntry[];
  /** Codes, in the order in which they were added. */
  picked: string[];
  problem: string | undefined;
  onChange: (picked: string[]) => void;
}

/** Some of the units: found by typing, listed below, each taken away by its button. */
export function AgencyPicks({ agencies, picked, problem, onChange }: AgencyPicksProps) {
  const nameOf = (code: string) => agencies.find((it) => it.code === code)?.shortName ?? code;
  return (
    <div className="stack">
      <Combobox
        // anew after each one, so that the next is typed into an empty field
        key={picked.join()}
        id="agencies"
        label={ta('client.addAgency')}
        problem={problem}
        chosen={undefined}
        none={ta('admin.noneFound')}
        find={(text) =>
          agencies
            .filter((it) => it.active && !picked.includes(it.code) && saysAll(text, it.code, it.shortName, it.name))
            .slice(0, optionsShown)
            .map((it) => ({ value: it.code, label: it.shortName, detail: it.name }))
        }
        onChoose={(it) => {
          if (!it) return;
          onChange([...picked, it.value]);
          requestAnimationFrame(() => document.getElementById('agencies')?.focus());
        }}
      />
      <ul className="picks" aria-label={ta('client.agencies')}>
        {picked.map((code) => (
          <li key={code} className="badge plain">
            {nameOf(code)}
            <button
              type="button"
              aria-label={ta('client.dropAgency', { name: nameOf(code) })}
              onClick={() => {
                onChange(picked.filter((it) => it !== code));
                requestAnimationFrame(() => document.getElementById('agencies')?.focus());
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
