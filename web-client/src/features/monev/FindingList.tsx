import { useSearchParams } from 'wouter';
import { tn } from '../../i18n/tn';
import { Check } from '../../ui/Check';
import { Pages } from '../../ui/Pages';
import { SelectField } from '../../ui/SelectField';
import { FindingCard } from './FindingCard';
import { grades, states } from './findingParts';
import { type FindingFilter, useFindings } from './useMonev';

/** What was found in one's area, newest first; the filters stand in the address. */
export function FindingList() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const findings = useFindings(filter);
  const change = (part: FindingFilter) => setParams(writeFilter({ ...filter, ...part }), { replace: true });
  return (
    <div className="stack-large">
      <p className="muted">{tn('finding.lead')}</p>
      <form className="work-filters" aria-label={tn('finding.filters')} onSubmit={(event) => event.preventDefault()}>
        <SelectField
          id="grade"
          label={tn('finding.grade')}
          empty={tn('finding.allGrades')}
          options={grades.map((it) => ({ value: it, text: tn(`findingGrade.${it}`) }))}
          value={filter.grade ?? ''}
          onChange={(grade) => change({ grade: grades.find((it) => it === grade) })}
        />
        <SelectField
          id="state"
          label={tn('finding.state')}
          empty={tn('finding.allStates')}
          options={states.map((it) => ({ value: it, text: tn(`findingState.${it}`) }))}
          value={filter.state ?? ''}
          onChange={(state) => change({ state: states.find((it) => it === state) })}
        />
        <Check
          id="overdue"
          label={tn('finding.overdue')}
          isChecked={filter.overdue ?? false}
          onChange={(overdue) => change({ overdue })}
        />
        <Check
          id="atInspectorate"
          label={tn('finding.atInspectorate')}
          isChecked={filter.atInspectorate ?? false}
          onChange={(atInspectorate) => change({ atInspectorate })}
        />
      </form>
      <Pages className="monev-cards" query={findings} empty={tn('finding.none')}>
        {(it) => <FindingCard key={it.id} finding={it} />}
      </Pages>
    </div>
  );
}

function readFilter(params: URLSearchParams): FindingFilter {
  return {
    grade: grades.find((it) => it === params.get('tingkat')),
    state: states.find((it) => it === params.get('keadaan')),
    overdue: params.has('lewat'),
    atInspectorate: params.has('inspektorat'),
  };
}

function writeFilter({ grade, state, overdue, atInspectorate }: FindingFilter): Record<string, string> {
  return {
    ...(grade && { tingkat: grade }),
    ...(state && { keadaan: state }),
    ...(overdue && { lewat: '1' }),
    ...(atInspectorate && { inspektorat: '1' }),
  };
}
