import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api, unwrap } from '../../api/client';
import { loadWards } from '../../api/reference';
import type { PublicWorkItem } from '../../api/types';
import { useResource } from '../../api/useResource';
import { rupiah } from '../../domain/rupiah';
import { WorkFilters } from '../../domain/WorkFilters';
import { WorkStageMark } from '../../domain/WorkStageMark';
import { WorkSumsRow } from '../../domain/WorkSumsRow';
import { readWorkChoice, type WorkChoice, workQuery, writeWorkChoice } from '../../domain/workChoice';
import { tw } from '../../i18n/tw';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { MoreButton } from '../../ui/MoreButton';
import { Skeleton } from '../../ui/Skeleton';
import { photoAddress } from './photoAddress';
import '../../domain/work.css';

/** Comes when the list is already there: nobody waits for it, and nobody loses the list with it. */
const ProgrammeView = lazy(async () => {
  try {
    const part = await import('./ProgrammeView');
    await part.loadIndicatorMessages();
    return { default: part.ProgrammeView };
  } catch {
    return { default: () => <p className="muted">{tw('work.programmeAway')}</p> };
  }
});

/** What the wards build with the city's money: everything that is planned, under way or done. */
export function WorksView() {
  const [params, setParams] = useSearchParams();
  const choice = readWorkChoice(params);
  const { data: wards } = useResource(loadWards);
  const key = JSON.stringify(workQuery(choice));
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(api.GET('/api/v1/public/works/sums', { params: { query: JSON.parse(key) }, signal })),
    [key],
  );
  const { data: sums, problem, reload } = useResource(load);
  const change = (part: Partial<WorkChoice>) => setParams(writeWorkChoice({ ...choice, ...part }), { replace: true });
  const names = wards?.features.map((it) => it.properties).sort((a, b) => a.name.localeCompare(b.name, 'id'));
  return (
    <div className="stack-large">
      <header className="stack">
        <Heading title={tw('work.title')} />
        <p className="muted">{tw('work.lead')}</p>
      </header>
      <WorkFilters wards={names} sums={sums} choice={choice} onChange={change} />
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      {(sums || problem === undefined) && <WorkSumsRow sums={sums} />}
      <section className="programme stack" aria-labelledby="programme">
        <h2 id="programme">{tw('work.programme')}</h2>
        <Suspense fallback={null}>
          <ProgrammeView year={choice.year} kelurahan={choice.kelurahan} />
        </Suspense>
      </section>
      <List key={key} query={key} />
    </div>
  );
}

function List({ query }: { query: string }) {
  const [shown, setShown] = useState<{ items: PublicWorkItem[]; next: string | null }>();
  const [after, setAfter] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/public/works', { params: { query: { ...JSON.parse(query), pageSize: 12, after } }, signal }),
      ),
    [query, after],
  );
  const { data, problem, reload } = useResource(load);
  useEffect(() => {
    if (data) setShown((before) => ({ items: merged(before?.items ?? [], data.items), next: data.next }));
  }, [data]);

  if (!shown) {
    return problem === undefined ? <Skeleton shape="card" count={4} /> : <Failure problem={problem} onRetry={reload} />;
  }
  return (
    <section className="stack" aria-label={tw('work.list')}>
      {shown.items.length === 0 && <p className="muted">{tw('work.none')}</p>}
      <ul className="work-cards">
        {shown.items.map((it) => (
          <Card key={it.id} work={it} />
        ))}
      </ul>
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      {shown.next && <MoreButton isLoading={after === shown.next} onClick={() => shown.next && setAfter(shown.next)} />}
    </section>
  );
}

function Card({ work }: { work: PublicWorkItem }) {
  const share = work.planned > 0 ? Math.min(1, work.realised / work.planned) : 0;
  return (
    <li className="card work-card">
      {work.photo ? (
        <img src={photoAddress(work.id, work.photo, 'thumb')} alt="" width={320} height={180} loading="lazy" />
      ) : (
        <div className="work-no-photo" aria-hidden="true">
          <Icon name="camera" />
        </div>
      )}
      <h2>
        <Link href={`/pembangunan/${work.id}`}>{work.title}</Link>
      </h2>
      <p className="small muted">{tw('work.place', { ward: work.kelurahan.name, year: work.year })}</p>
      <p>
        <WorkStageMark stage={work.stage} />
      </p>
      {work.daysLate > 0 && <p className="small work-late">{tw('work.late', { days: work.daysLate })}</p>}
      <div className="work-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className="small">{tw('work.spent', { realised: rupiah(work.realised), planned: rupiah(work.planned) })}</p>
    </li>
  );
}

/** A page that is read again brings nothing twice. */
function merged(before: PublicWorkItem[], more: PublicWorkItem[]): PublicWorkItem[] {
  const known = new Set(before.map((it) => it.id));
  return [...before, ...more.filter((it) => !known.has(it.id))];
}
