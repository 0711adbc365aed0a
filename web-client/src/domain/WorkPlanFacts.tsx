import type { PublicWork } from '../api/types';
import { day, few } from '../i18n/format';
import { tw } from '../i18n/tw';

type Planned = Pick<
  PublicWork,
  'plan' | 'kind' | 'realisedVolume' | 'reachedBeneficiaries' | 'startedOn' | 'completedOn' | 'handedOverOn'
>;

/** What is promised, and beside it what became of it. */
export function WorkPlanFacts({ work, pokmas }: { work: Planned; pokmas: string | null }) {
  const { plan } = work;
  const rows = [
    { label: tw('work.kind'), text: tw(`workKind.${work.kind}`) },
    { label: tw('work.volume'), text: `${few(plan.volume)} ${plan.unit}` },
    {
      label: tw('work.realisedVolume'),
      text: work.realisedVolume === null ? null : `${few(work.realisedVolume)} ${plan.unit}`,
    },
    { label: tw('work.where'), text: plan.address },
    { label: tw('work.when'), text: tw('work.fromUntil', { from: dayOf(plan.startsOn), until: dayOf(plan.endsOn) }) },
    { label: tw('work.startedOn'), text: work.startedOn && dayOf(work.startedOn) },
    { label: tw('work.completedOn'), text: work.completedOn && dayOf(work.completedOn) },
    { label: tw('work.handedOverOn'), text: work.handedOverOn && dayOf(work.handedOverOn) },
    { label: tw('work.beneficiaries'), text: tw('work.people', { count: plan.beneficiaries }) },
    {
      label: tw('work.reached'),
      text: work.reachedBeneficiaries === null ? null : tw('work.people', { count: work.reachedBeneficiaries }),
    },
    { label: tw('work.pokmas'), text: pokmas },
  ].filter((it) => it.text);
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

function dayOf(date: string): string {
  return day(`${date}T12:00:00+07:00`);
}
