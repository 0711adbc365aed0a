import { Link } from 'wouter';
import type { MonevReport } from '../../api/types';
import { day } from '../../i18n/format';
import { tn } from '../../i18n/tn';
import { Deadline, FindingMarks, onDay } from './findingParts';

interface FindingCardProps {
  finding: MonevReport['findings'][number];
  /** The day that is looked at; absent for today. */
  asOf?: string;
  /** Where the work is known, what was found is its title. */
  isOfWork?: boolean;
}

/** A finding in a list: how grave, where it stands, until when. */
export function FindingCard({ finding: it, asOf, isOfWork }: FindingCardProps) {
  const aspect = tn(`findingAspect.${it.aspect}`);
  return (
    <li className="card stack finding-card">
      <FindingMarks grade={it.grade} state={it.state} />
      <h3>
        <Link href={`/monev/temuan/${it.id}`}>{isOfWork ? aspect : `${aspect}: ${it.workTitle}`}</Link>
      </h3>
      <p className="small muted">{tn('finding.place', { ward: it.kelurahan.name, day: onDay(it.foundOn) })}</p>
      <p className="finding-words">{it.description}</p>
      {it.grade !== 'none' && (
        <p className="small finding-clock">
          <Deadline finding={it} {...(asOf && { asOf })} />
        </p>
      )}
      {it.atInspectorateSince && it.state !== 'closed' && (
        <p className="small">{tn('finding.inspectorateSince', { day: day(it.atInspectorateSince) })}</p>
      )}
    </li>
  );
}
