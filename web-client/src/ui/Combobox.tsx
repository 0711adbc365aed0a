import { useRef, useState } from 'react';
import { Field, type FieldProps } from './Field';
import './combobox.css';

export interface Option {
  value: string;
  label: string;
  detail?: string | undefined;
}

interface ComboboxProps extends Omit<FieldProps, 'children'> {
  /** Those that fit what is typed, best first; all of them for an empty text. */
  find: (text: string) => Option[];
  chosen: Option | undefined;
  /** Told when nothing fits. */
  none: string;
  onChoose: (option: Option | undefined) => void;
}

/** One of many, found by typing: the ARIA combobox with a list below it. Arrows move, Enter takes, Escape closes the list. */
export function Combobox({ find, chosen, none, onChoose, ...field }: ComboboxProps) {
  const [text, setText] = useState<string>();
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = text !== undefined;
  const options = isOpen ? find(text) : [];
  const at = Math.min(active, options.length - 1);
  const listId = `${field.id}-list`;

  const open = (typed: string) => {
    setText(typed);
    setActive(0);
  };
  const take = (option: Option | undefined) => {
    if (!option) return;
    onChoose(option);
    setText(undefined);
  };
  const move = (to: number) => {
    const next = (to + options.length) % Math.max(1, options.length);
    setActive(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') isOpen ? move(at + 1) : open('');
    else if (event.key === 'ArrowUp' && isOpen) move(at - 1);
    else if (event.key === 'Enter' && isOpen) take(options[at]);
    else if (event.key === 'Escape' && isOpen) setText(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Field {...field}>
      {(control) => (
        <div className="combobox">
          <input
            {...control}
            ref={input}
            className="input"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && options.length > 0 ? `${listId}-${at}` : undefined}
            value={text ?? chosen?.label ?? ''}
            onInput={(event) => open(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => !isOpen && open('')}
            onBlur={() => setText(undefined)}
            onKeyDown={press}
          />
          {/* a pointer that goes down on it leaves the focus where it is */}
          <div
            id={listId}
            role="listbox"
            aria-label={typeof field.label === 'string' ? field.label : undefined}
            hidden={!isOpen}
            onMouseDown={(event) => event.preventDefault()}
          >
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onClick={() => take(option)}
              >
                <strong>{option.label}</strong>
                {option.detail && <span className="small muted">{option.detail}</span>}
              </div>
            ))}
          </div>
          {isOpen && options.length === 0 && (
            <p className="combobox-none small muted" role="status">
              {none}
            </p>
          )}
        </div>
      )}
    </Field>
  );
}
