import type { TrackedReport } from '../../api/types';
import { statusText } from '../../domain/status';
import { dateTime } from '../../i18n/format';
import { lookUp } from '../../i18n/t';

/** What happened, newest first. */
export function Timeline({ entries }: { entries: TrackedReport['timeline'] }) {
  return (
    <ol className="timeline">
      {entries.toReversed().map((entry) => (
        <li key={`${entry.at}-${entry.type}`}>
          <h3>{lookUp(`event.${entry.type}`) ?? statusText(entry.status)}</h3>
          <p className="small muted">{[entry.agency?.name, dateTime(entry.at)].filter(Boolean).join(' · ')}</p>
          {entry.note && <p className="timeline-note">{entry.note}</p>}
        </li>
      ))}
    </ol>
  );
}
