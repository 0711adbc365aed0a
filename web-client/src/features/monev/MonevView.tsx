import { useSearchParams } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import type { MonevReport } from '../../api/types';
import { IndicatorGroups } from '../../domain/IndicatorGroups';
import { tn } from '../../i18n/tn';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { AreaTable } from './AreaTable';
import { DepartingWorks } from './DepartingWorks';
import { onDay } from './findingParts';
import { MonevFilters } from './MonevFilters';
import { type MonevChoice, readMonevChoice, todayInKediri, writeMonevChoice } from './monevChoice';
import { OpenFindings } from './OpenFindings';
import { useMonevReport } from './useMonev';

/** How Merata goes in a year and an area, today or as it was known on a day that is past. */
export function MonevView() {
  const [params, setParams] = useSearchParams();
  const today = todayInKediri();
  const choice = readMonevChoice(params, today);
  const report = useMonevReport(choice);
  const whole = useMonevReport({ year: choice.year });
  const change = (part: Partial<MonevChoice>) =>
    setParams(writeMonevChoice({ ...choice, ...part }, today), { replace: true });
  const { data } = report;
  return (
    <div className="stack-large">
      <MonevFilters whole={whole.data} area={data?.area ?? undefined} choice={choice} today={today} onChange={change} />
      {report.isError &&
        (isOutside(report.error) ? (
          <p className="muted">{tn('monev.outside')}</p>
        ) : (
          <Failure problem={report.error} onRetry={() => void report.refetch()} />
        ))}
      {report.isPending && <Skeleton shape="card" count={6} />}
      {data && !report.isError && (
        <div className="stack-large" aria-busy={report.isPlaceholderData}>
          <Head report={data} choice={choice} />
          <section className="stack" aria-labelledby="indicators">
            <h2 id="indicators">{tn('monev.indicators')}</h2>
            <IndicatorGroups items={data.indicators} />
          </section>
          {data.total.works > 0 && (
            <>
              <AreaTable
                report={data}
                hrefOf={(area) => `/monev?${new URLSearchParams(writeMonevChoice({ ...choice, area }, today))}`}
              />
              <DepartingWorks works={data.works} />
              <OpenFindings report={data} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** Nothing of the area is this person's to see, and trying again changes nothing. */
function isOutside(error: unknown): boolean {
  return error instanceof ApiProblem && 'area' in error.fields;
}

function Head({ report, choice }: { report: MonevReport; choice: MonevChoice }) {
  const query = new URLSearchParams({
    year: String(choice.year),
    asOf: report.asOf,
    ...(choice.area && { area: choice.area }),
  });
  return (
    <div className="monev-head">
      <div>
        <h2>
          {report.area ? report.area.name : tn('monev.whole')} {report.year}
        </h2>
        <p className="muted">
          {choice.asOf ? tn('monev.past', { day: onDay(report.asOf) }) : `${tn('monev.asOf')} ${onDay(report.asOf)}`}
        </p>
        {report.total.works === 0 && <p>{tn('monev.noWorks')}</p>}
      </div>
      <p className="row no-print">
        {(['xlsx', 'pdf'] as const).map((format) => (
          <a key={format} className="button quiet compact" href={`/api/v1/monev/report.${format}?${query}`} download>
            <Icon name="download" />
            {tn(`monev.${format}`)}
          </a>
        ))}
      </p>
    </div>
  );
}
