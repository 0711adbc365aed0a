import type { WorkStage, WorkSums } from '../api/types';
import { t } from '../i18n/t';
import { tw } from '../i18n/tw';
import { SelectField } from '../ui/SelectField';
import type { WorkChoice } from './workChoice';
import { workStages } from './workStage';

interface WorkFiltersProps {
  /** Absent while they are on their way and there will be many: their field must not push the rest down. */
  wards: { code: string; name: string }[] | undefined;
  sums: WorkSums | undefined;
  choice: WorkChoice;
  onChange: (part: Partial<WorkChoice>) => void;
}

/** Ward, year and stage; what is chosen stands in the address. */
export function WorkFilters({ wards, sums, choice, onChange }: WorkFiltersProps) {
  const years = [...new Set([...(sums?.years ?? []), ...(choice.year ? [choice.year] : [])])].sort((a, b) => b - a);
  const stages: WorkStage[] = [...workStages, 'cancelled'];
  return (
    <form className="work-filters" aria-label={tw('work.filters')} onSubmit={(event) => event.preventDefault()}>
      {(!wards || wards.length > 1) && (
        <SelectField
          id="kelurahan"
          label={tw('work.ward')}
          empty={tw('work.allWards')}
          options={(wards ?? []).map((it) => ({ value: it.code, text: it.name }))}
          value={choice.kelurahan ?? ''}
          onChange={(kelurahan) => onChange({ kelurahan: kelurahan || undefined })}
        />
      )}
      <SelectField
        id="tahun"
        label={tw('work.year')}
        empty={tw('work.allYears')}
        options={years.map((it) => ({ value: String(it), text: String(it) }))}
        value={choice.year ? String(choice.year) : ''}
        onChange={(year) => onChange({ year: year ? Number(year) : undefined })}
      />
      <SelectField
        id="tahap"
        label={tw('work.stage')}
        empty={tw('work.allStages')}
        options={stages.map((it) => ({ value: it, text: t(`workStage.${it}`) }))}
        value={choice.stage ?? ''}
        onChange={(stage) => onChange({ stage: (stage || undefined) as WorkStage | undefined })}
      />
    </form>
  );
}
