/** How each field of a form is called, and how its value reads where two versions stand beside each other. */
export type FieldLooks<Values> = {
  [Field in keyof Values]: { label: string; show?: (value: Values[Field]) => string };
};

/** The value in words; a list by its items, yes and no by a mark. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value);
  return 'name' in value && typeof value.name === 'string'
    ? value.name
    : Object.values(value).map(valueText).join(' · ');
}
