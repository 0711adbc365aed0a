import { useCallback } from 'react';
import { api, unwrap } from '../../api/client';
import type { IndicatorSheet } from '../../api/types';
import { useResource } from '../../api/useResource';
import { IndicatorGroups } from '../../domain/IndicatorGroups';
import { indicatorGroups, verdictLooks } from '../../domain/indicatorText';
import { day, number } from '../../i18n/format';
import { ti } from '../../i18n/ti';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';

// biome-ignore lint/performance/noBarrelFile: the words come with the part that needs them
export { loadIndicatorMessages } from '../../i18n/ti';

interface ProgrammeViewProps {
  year: number | undefined;
  kelurahan: string | undefined;
}

/** How the programme does: what the mayor asks of it in three lines, and every indicator on demand. */
export function ProgrammeView({ year, kelurahan }: ProgrammeViewProps) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/monev/indicators', {
          params: { query: { ...(year && { year }), ...(kelurahan && { area: kelurahan }) } },
          signal,
        }),
      ),
    [year, kelurahan],
  );
  const { data, problem, reload } = useResource(load);
  if (problem !== undefined) return <Failure problem={problem} onRetry={reload} />;
  return (
    <>
      <p className="small muted programme-lead">{data && leadText(data)}</p>
      <ul className="programme-groups">
        {indicatorGroups.map((group) => (
          <Group key={group} group={group} sheet={data} />
        ))}
      </ul>
      <details className="programme-all">
        <summary>{ti('programme.all')}</summary>
        {data && <IndicatorGroups items={data.items} />}
      </details>
    </>
  );
}

function Group({ group, sheet }: { group: (typeof indicatorGroups)[number]; sheet: IndicatorSheet | undefined }) {
  const own = sheet?.items.filter((it) => it.group === group) ?? [];
  const judged = own.filter((it) => it.verdict !== null);
  const met = judged.filter((it) => it.verdict === 'met').length;
  const worst = judged.some((it) => it.verdict === 'missed') ? 'missed' : met < judged.length ? 'near' : 'met';
  return (
    <li className="card">
      <h3>{ti(`indicator.group.${group}`)}</h3>
      {sheet && (
        <p className="programme-sum">
          {judged.length === 0 ? (
            ti('indicator.none')
          ) : (
            <>
              <span className={`badge ${verdictLooks[worst].tone}`}>
                <Icon name={verdictLooks[worst].icon} />
                {ti('programme.met', { met, judged: judged.length })}
              </span>
              {judged.length < own.length && (
                <span className="small muted">{ti('programme.unjudged', { count: own.length - judged.length })}</span>
              )}
            </>
          )}
        </p>
      )}
    </li>
  );
}

function leadText({ year, area, asOf, works }: IndicatorSheet): string {
  return ti('programme.lead', {
    year,
    area: area?.name ?? ti('programme.whole'),
    day: day(`${asOf}T12:00:00+07:00`),
    works: number(works),
  });
}
