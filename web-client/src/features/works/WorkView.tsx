import { useCallback } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { PublicWork } from '../../api/types';
import { useResource } from '../../api/useResource';
import { StatusBadge } from '../../domain/StatusBadge';
import { publicPath } from '../../domain/trackingLink';
import { WorkMoney } from '../../domain/WorkMoney';
import { WorkPlanFacts } from '../../domain/WorkPlanFacts';
import { WorkPlans } from '../../domain/WorkPlans';
import { WorkStageMark } from '../../domain/WorkStageMark';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { LinkActions } from '../../ui/LinkActions';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { BeforeAfter } from './BeforeAfter';
import { photoAddress } from './photoAddress';
import { Steps } from './Steps';
import '../../domain/work.css';

/** One work as everybody sees it. */
export function WorkView({ id }: { id: string }) {
  const load = useCallback(
    (signal: AbortSignal) => unwrap(api.GET('/api/v1/public/works/{id}', { params: { path: { id } }, signal })),
    [id],
  );
  const { data: work, problem, reload } = useResource(load);
  if (work) return <Shown work={work} />;
  if (problem instanceof ApiProblem && [400, 404].includes(problem.status)) {
    return (
      <div className="stack">
        <Heading title={tw('work.unknownTitle')} />
        <Notice tone="warn">
          <p>{tw('work.unknownText')}</p>
        </Notice>
        <Link href="/pembangunan">{tw('work.all')}</Link>
      </div>
    );
  }
  return problem === undefined ? <Skeleton shape="card" count={4} /> : <Failure problem={problem} onRetry={reload} />;
}

function Shown({ work }: { work: PublicWork }) {
  return (
    <article className="stack-large">
      <header className="stack">
        <Link href={`/pembangunan?kelurahan=${work.kelurahan.code}`} className="text-button">
          <Icon name="back" />
          {tw('work.ofWard', { ward: work.kelurahan.name })}
        </Link>
        <Heading title={work.title} />
        <p className="row">
          <WorkStageMark stage={work.stage} />
          {work.daysLate > 0 && <span className="badge err">{tw('work.late', { days: work.daysLate })}</span>}
        </p>
        <p className="muted">{tw('work.place', { ward: work.kelurahan.name, year: work.year })}</p>
        {work.description && <p className="prose">{work.description}</p>}
      </header>
      <BeforeAfter work={work} />
      <Steps work={work} />
      <section className="stack" aria-labelledby="plan">
        <h2 id="plan">{tw('work.plan')}</h2>
        <WorkPlanFacts work={work} pokmas={work.pokmas} />
      </section>
      <section className="stack" aria-labelledby="money">
        <h2 id="money">{tw('work.money')}</h2>
        <WorkMoney lines={work.budget} planned={work.planned} realised={work.realised} />
      </section>
      {work.plans.length > 1 && (
        <section className="stack" aria-labelledby="plans">
          <h2 id="plans">{tw('work.plans')}</h2>
          <p className="muted">{tw('work.plansText')}</p>
          <WorkPlans plans={work.plans} />
        </section>
      )}
      <Photos work={work} />
      <Reports work={work} />
      <LinkActions link={`${location.origin}/pembangunan/${work.id}`} title={work.title} />
    </article>
  );
}

function Photos({ work }: { work: PublicWork }) {
  const rest = work.photos.filter((it) => it.id !== work.photoBefore?.id && it.id !== work.photoAfter?.id);
  if (rest.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="photos">
      <h2 id="photos">{tw('work.morePhotos')}</h2>
      <ul className="work-photos">
        {rest.map((it) => (
          <li key={it.id}>
            <figure>
              <a href={photoAddress(work.id, it.id, 'full')} target="_blank" rel="noreferrer">
                <img
                  src={photoAddress(work.id, it.id, 'thumb')}
                  alt={tw('work.photoOf', { tag: tw(`workPhoto.${it.tag}`) })}
                  width={320}
                  height={240}
                  loading="lazy"
                />
              </a>
              <figcaption>{tw(`workPhoto.${it.tag}`)}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reports({ work }: { work: PublicWork }) {
  if (work.reportsFollowing === 0) return null;
  const hidden = work.reportsFollowing - work.reports.length;
  return (
    <section className="stack" aria-labelledby="reports">
      <h2 id="reports">{tw('work.reports')}</h2>
      <p className="muted">{tw('work.reportsText')}</p>
      <ul className="stack">
        {work.reports.map((it) => (
          <li key={it.id} className="row">
            <Link href={publicPath(it.id)}>{it.service.name}</Link>
            <StatusBadge status={it.status} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="small muted">{tw('work.reportsHidden', { count: hidden })}</p>}
      <p>
        <Link href="/lapor">{t('home.report')}</Link>
      </p>
    </section>
  );
}
