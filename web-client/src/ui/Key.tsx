import './key.css';

/** A key of the keyboard. Beside a control that names its key itself (`aria-keyshortcuts`) it is for the eye only. */
export function Key({ name, isSpoken }: { name: string; isSpoken?: boolean }) {
  return (
    <span className="key" aria-hidden={!isSpoken}>
      {name}
    </span>
  );
}
