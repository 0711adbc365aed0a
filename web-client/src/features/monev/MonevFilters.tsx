import type { MonevReport } from '../../api/types';
import { tn } from '../../i18n/tn';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { type MonevChoice, quarterEnds, yearsAround } from './monevChoice';

interface MonevFiltersProps {
  /** Of all that one may see in that year: from it come the areas to choose from. */
  whole: MonevReport | undefined;
  area: NonNullable<MonevReport['area']> | undefined;
  choice: MonevChoice;
  today: string;
  onChange: (part: Partial<MonevChoice>) => void;
}

/** Year, day and area; what is chosen stands in the address. */
export function MonevFilters({ whole, area, choice, today, onChange }: MonevFiltersProps) {
  const areas = areaOptions(whole, area);
  return (
    <form className="stack monev-filters" aria-label={tn('monev.filters')} onSubmit={(event) => event.preventDefault()}>
      <div className="work-filters">
        <SelectField
          id="year"
          label={tn('monev.year')}
          options={yearsAround(today).map((it) => ({ value: String(it), text: String(it) }))}
          value={String(choice.year)}
          onChange={(year) => onChange({ year: Number(year), asOf: undefined })}
        />
        <TextField
          id="asOf"
          type="date"
          label={tn('monev.asOf')}
          max={today}
          value={choice.asOf ?? today}
          onChange={(asOf) => {
            // a day that is still being typed is none
            if (asOf > '2025' && asOf <= today) onChange({ asOf });
          }}
        />
        {areas.length > 1 && (
          <SelectField
            id="area"
            label={tn('monev.area')}
            empty={tn('monev.whole')}
            options={areas}
            value={choice.area ?? ''}
            onChange={(code) => onChange({ area: code || undefined })}
          />
        )}
      </div>
      <fieldset className="monev-picks" aria-label={tn('monev.picks')}>
        {[today, ...quarterEnds(choice.year, today)].map((it, index) => (
          <button
            key={it}
            type="button"
            aria-pressed={it === (choice.asOf ?? today)}
            onClick={() => onChange({ asOf: it === today ? undefined : it })}
          >
            {index === 0 ? tn('monev.today') : tn('monev.quarter', { number: roman[index - 1] ?? '' })}
          </button>
        ))}
      </fieldset>
      <p className="small muted">{tn('monev.asOfHint')}</p>
    </form>
  );
}

const roman = ['I', 'II', 'III', 'IV'];

/** Kecamatan before kelurahan; of a single kecamatan its kelurahan alone, for it is then the whole. */
function areaOptions(whole: MonevReport | undefined, area: MonevFiltersProps['area']) {
  const kecamatan = whole && whole.kecamatan.length > 1 ? whole.kecamatan : [];
  const options = [
    ...kecamatan.map((it) => ({
      code: it.area?.code ?? '',
      text: tn('monev.kecamatan', { name: it.area?.name ?? '' }),
    })),
    ...(whole?.kelurahan ?? []).map((it) => ({
      code: it.area?.code ?? '',
      text: tn('monev.kelurahan', { name: it.area?.name ?? '' }),
    })),
  ];
  // one without works may stand in the address all the same
  if (area && !options.some((it) => it.code === area.code)) options.push({ code: area.code, text: area.name });
  return options.map((it) => ({ value: it.code, text: it.text }));
}
