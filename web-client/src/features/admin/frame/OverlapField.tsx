import { ta } from '../../../i18n/ta';
import { SelectField } from '../../../ui/SelectField';

/** Hours that the old secret goes on working beside the new one. */
const overlaps = ['0', '24', '72', '168', '720'] as const;

/** What most programs need to change over. */
export const usualOverlap = '72';

interface OverlapFieldProps {
  hint: string;
  value: string;
  onChange: (hours: string) => void;
}

export function OverlapField({ hint, value, onChange }: OverlapFieldProps) {
  return (
    <SelectField
      id="overlap"
      label={ta('client.overlap')}
      hint={hint}
      options={overlaps.map((it) => ({ value: it, text: ta(`client.overlap.${it}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
