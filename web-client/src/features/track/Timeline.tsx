import type { TrackedReport } from '../../api/types';
import { statusText } from '../../domain/status';
import { dateTime } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';

type Entry = TrackedReport['timeline'][number];

/** What happened and who moved, newest first. */
export function Timeline({ entries }: { entries: Entry[] }) {
  return (
    <ol className="timeline">
      {entries.toReversed().map((entry) => (
        <li key={`${entry.at}-${entry.type}`}>
          <h3>{happening(entry)}</h3>
          <p className="small muted">
            {mover(entry)} · {dateTime(entry.at)}
          </p>
          {entry.note && (
            <p className="timeline-note" lang={entry.noteEn ? undefined : 'id'}>
              {entry.note}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function happening({ type, actor, status, agency }: Entry): string {
  if (type === 'routed' && agency) return t('track.routedTo', { agency: agency.name });
  if (type === 'statusChanged' && actor === 'reporter' && status !== 'closed') return t('track.answered');
  return lookUp(`event.${type}`) ?? statusText(status);
}

/** An agency speaks for its officers, and for its own program; an app that sent the report did so for the reporter. Who passes a report on is not the agency that receives it. */
function mover({ type, actor, agency }: Entry): string {
  if (actor === 'system') return t('track.system');
  if (actor === 'neighbour') return t('track.neighbour');
  if (actor === 'staff' || (actor === 'client' && type !== 'submitted'))
    return (type !== 'routed' && agency?.name) || t('track.staff');
  return t('track.you');
}
