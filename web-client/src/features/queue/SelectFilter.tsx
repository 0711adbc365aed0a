import type { Ref } from '../../api/types';
import { t } from '../../i18n/t';

interface SelectFilterProps {
  label: string;
  value: string;
  options: Ref[];
  onChange: (code: string) => void;
}

export function SelectFilter({ label, value, options, onChange }: SelectFilterProps) {
  return (
    <label className="select-filter">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('queue.all')}</option>
        {options.map((it) => (
          <option key={it.code} value={it.code}>
            {it.name}
          </option>
        ))}
      </select>
    </label>
  );
}
