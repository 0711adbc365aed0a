import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { WorkDetail as Work } from '../../api/types';
import { WorkMoney } from '../../domain/WorkMoney';
import { WorkPlanFacts } from '../../domain/WorkPlanFacts';
import { WorkPlans } from '../../domain/WorkPlans';
import { WorkStageMark } from '../../domain/WorkStageMark';
import { dateTime, day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { FilesPart } from './FilesPart';
import { RealisationForm } from './RealisationForm';
import { ReportsPart } from './ReportsPart';
import { StageMoves } from './StageMoves';
import { useWork, useWorkPlans } from './useWorks';
import { WorkForm } from './WorkForm';

interface WorkDetailProps {
  id: string;
  /** What was found at it, which is another room's. */
  findings: (work: Work) => ReactNode;
}

/** One work with everything that can be done to it. */
export function WorkDetail({ id, findings }: WorkDetailProps) {
  const { data, error, refetch } = useWork(id);
  return (
    <div className="stack-large">
      <Link href="/merata" className="text-button">
        <Icon name="back" />
        {tw('work.all')}
      </Link>
      {!data &&
        (error ? <Failure problem={error} onRetry={() => void refetch()} /> : <Skeleton shape="card" count={4} />)}
      {data && <Desk work={data} findings={findings(data)} />}
    </div>
  );
}

function Desk({ work, findings }: { work: Work; findings: ReactNode }) {
  const [open, setOpen] = useState<'plan' | 'money'>();
  const toggle = (part: 'plan' | 'money') => setOpen(open === part ? undefined : part);
  return (
    <>
      <header className="stack">
        <p className="row">
          <WorkStageMark stage={work.stage} />
          {work.daysLate > 0 && <span className="badge err">{tw('work.late', { days: work.daysLate })}</span>}
        </p>
        <h2>{work.title}</h2>
        <p className="muted">{tw('work.place', { ward: work.kelurahan.name, year: work.year })}</p>
        {work.description && <p className="prose">{work.description}</p>}
        {work.publicSince && (
          <p>
            <a href={`/pembangunan/${work.id}`}>{tw('work.publicPage')}</a>
          </p>
        )}
      </header>
      <div className="work-columns">
        <div className="stack-large">
          <StageMoves work={work} />
          <FilesPart work={work} />
          <ReportsPart work={work} />
          {findings}
        </div>
        <div className="stack-large">
          <section className="stack" aria-labelledby="plan">
            <h2 id="plan">{tw('work.plan')}</h2>
            <WorkPlanFacts work={work} pokmas={pokmasOf(work)} />
            <Papers work={work} />
            {work.mayChange && (
              <button
                type="button"
                className="button quiet compact"
                aria-expanded={open === 'plan'}
                onClick={() => toggle('plan')}
              >
                {tw('work.edit')}
              </button>
            )}
            {open === 'plan' && work.mayChange && <WorkForm key={work.version} work={work} />}
          </section>
          <section className="stack" aria-labelledby="money">
            <h2 id="money">{tw('work.money')}</h2>
            <WorkMoney lines={work.budget} planned={work.planned} realised={work.realised} />
            {work.mayRealise && (
              <button
                type="button"
                className="button quiet compact"
                aria-expanded={open === 'money'}
                onClick={() => toggle('money')}
              >
                {tw('work.realise')}
              </button>
            )}
            {open === 'money' && work.mayRealise && <RealisationForm key={work.version} work={work} />}
          </section>
          <Plans work={work} />
          <History work={work} />
        </div>
      </div>
    </>
  );
}

function Papers({ work: { papers } }: { work: Work }) {
  const rows = [
    { label: tw('work.budgetNumber'), text: papers.budgetNumber },
    { label: tw('work.contractNumber'), text: papers.contractNumber },
    { label: tw('work.handOverNumber'), text: papers.handOverNumber },
    { label: tw('work.accountNumber'), text: papers.accountNumber },
  ].filter((it) => it.text);
  if (rows.length === 0) return null;
  return (
    <dl className="work-facts">
      {rows.map((it) => (
        <div key={it.label}>
          <dt>{it.label}</dt>
          <dd>{it.text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Plans({ work }: { work: Work }) {
  const { data } = useWorkPlans(work.id, work.version);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="plans">
      <h2 id="plans">{tw('work.plans')}</h2>
      <WorkPlans plans={data.items} />
    </section>
  );
}

function History({ work }: { work: Work }) {
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{tw('work.history')}</h2>
      <ol className="work-steps">
        {[...work.history].reverse().map((it) => (
          <li key={it.version} className="is-done">
            <strong>
              {it.kind === 'moved' || it.kind === 'proposed' ? t(`workStage.${it.stage}`) : tw(`workEvent.${it.kind}`)}
              {it.planNumber && ` · ${tw('work.planNumber', { number: it.planNumber })}`}
            </strong>
            <p className="small muted">
              {[
                dateTime(it.at),
                it.by,
                it.number,
                it.trackingCode,
                it.on && tw('work.cameAbout', { day: dayOf(it.on) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {it.reason && <p className="work-reason">{tw('work.because', { reason: it.reason })}</p>}
            {it.note && <p className="work-reason">{it.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function pokmasOf({ papers }: Work): string | null {
  return (
    papers.pokmasName &&
    (papers.pokmasChair
      ? tw('work.pokmasChaired', { name: papers.pokmasName, chair: papers.pokmasChair })
      : papers.pokmasName)
  );
}

function dayOf(date: string): string {
  return day(`${date}T12:00:00+07:00`);
}
