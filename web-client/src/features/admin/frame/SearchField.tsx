/** Narrows the list below it with every letter. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <search>
      <label>
        <span className="visually-hidden">{label}</span>
        <input
          className="input"
          type="search"
          placeholder={label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    </search>
  );
}

/** True when every typed word stands in one of the texts. */
export function saysAll(typed: string, ...texts: (string | null | undefined)[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
