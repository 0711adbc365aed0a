import { Link, useSearchParams } from 'wouter';
import { useMay } from '../../api/account';
import type { WorkItem } from '../../api/types';
import { rupiah } from '../../domain/rupiah';
import { WorkFilters } from '../../domain/WorkFilters';
import { WorkStageMark } from '../../domain/WorkStageMark';
import { WorkSumsRow } from '../../domain/WorkSumsRow';
import { readWorkChoice, type WorkChoice, writeWorkChoice } from '../../domain/workChoice';
import { day } from '../../i18n/format';
import { tw } from '../../i18n/tw';
import { Pages } from '../../ui/Pages';
import { useWorkSums, useWorks } from './useWorks';

/** The works of one's area with stage, money and delay. */
export function WorkList() {
  const [params, setParams] = useSearchParams();
  const choice = readWorkChoice(params);
  const works = useWorks(choice);
  const sums = useWorkSums(choice);
  const everywhere = useWorkSums({});
  const mayManage = useMay('manageWorks');
  const change = (part: Partial<WorkChoice>) => setParams(writeWorkChoice({ ...choice, ...part }), { replace: true });
  return (
    <div className="stack-large">
      {mayManage && (
        <p>
          <Link href="/merata/baru" className="button compact">
            {tw('work.new')}
          </Link>
        </p>
      )}
      <WorkFilters
        wards={everywhere.data?.wards.map((it) => it.kelurahan) ?? []}
        sums={sums.data}
        choice={choice}
        onChange={change}
      />
      {sums.data && <WorkSumsRow sums={sums.data} />}
      <Pages className="work-cards" query={works} empty={tw('work.none')}>
        {(it) => <Row key={it.id} work={it} />}
      </Pages>
    </div>
  );
}

function Row({ work }: { work: WorkItem }) {
  return (
    <li className="card work-card">
      <p>
        <WorkStageMark stage={work.stage} />
      </p>
      <h3>
        <Link href={`/merata/${work.id}`}>{work.title}</Link>
      </h3>
      <p className="small muted">{tw('work.place', { ward: work.kelurahan.name, year: work.year })}</p>
      {work.daysLate > 0 && <p className="small work-late">{tw('work.late', { days: work.daysLate })}</p>}
      <p className="small">{tw('work.spent', { realised: rupiah(work.realised), planned: rupiah(work.planned) })}</p>
      <p className="small muted">
        {tw('work.until', { day: day(`${work.endsOn}T12:00:00+07:00`) })}
        {work.reports > 0 && ` · ${tw('work.reportCount', { count: work.reports })}`}
      </p>
    </li>
  );
}
