import type { ReportDetail } from '../../api/types';
import { statusText } from '../../domain/status';
import { dateTime, weekday } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';

interface ConflictProps {
  /** The report as the officer had it on the screen. */
  seen: ReportDetail;
  now: ReportDetail;
  /** The act is no longer open to this officer. */
  isGone: boolean;
  isBusy: boolean;
  onRedo: () => void;
}

/** Somebody was faster: who, what they said, and what is different now; and the own act once more, on top of it. */
export function Conflict({ seen, now, isGone, isBusy, onRedo }: ConflictProps) {
  const since = now.history.filter((it) => it.sequence > seen.version);
  const isFresh = now.version > seen.version;
  return (
    <Announcement tone="warn" role="alert">
      <h3>{t('conflict.title')}</h3>
      <p>{t('conflict.kept')}</p>
      {isFresh && (
        <ul className="conflict-acts">
          {since.map((it) => (
            <li key={it.sequence}>
              <strong>{lookUp(`event.${it.type}`) ?? statusText(it.status)}</strong>
              {` · ${it.actor} · ${dateTime(it.at)}`}
              {[it.publicNote, it.internalNote].filter(Boolean).map((note) => (
                <span key={note} className="conflict-note">
                  {note}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      {isFresh && <Differences seen={seen} now={now} />}
      {isGone ? (
        <p>{t('handling.moveGone')}</p>
      ) : (
        <button
          type="button"
          className="button compact"
          aria-disabled={isBusy || !isFresh}
          onClick={() => !isBusy && isFresh && onRedo()}
        >
          {t('conflict.redo')}
        </button>
      )}
    </Announcement>
  );
}

function Differences({ seen, now }: { seen: ReportDetail; now: ReportDetail }) {
  const facts = [
    { label: t('queue.status'), of: (it: ReportDetail) => statusText(it.status) },
    { label: t('queue.agency'), of: (it: ReportDetail) => it.agency?.name ?? t('handling.noAgency') },
    { label: t('queue.service'), of: (it: ReportDetail) => it.service.name },
    { label: t('queue.kelurahan'), of: (it: ReportDetail) => it.kelurahan?.name ?? '–' },
    { label: t('handling.deadline'), of: (it: ReportDetail) => (it.dueAt ? weekday(it.dueAt) : '–') },
    { label: t('track.photos'), of: (it: ReportDetail) => String(it.attachments.length) },
  ].filter((it) => it.of(seen) !== it.of(now));
  if (facts.length === 0) return null;
  return (
    <table className="conflict-table small">
      <thead>
        <tr>
          <th scope="col">{t('conflict.field')}</th>
          <th scope="col">{t('conflict.before')}</th>
          <th scope="col">{t('conflict.after')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((it) => (
          <tr key={it.label}>
            <th scope="row">{it.label}</th>
            <td>
              <del>{it.of(seen)}</del>
            </td>
            <td>
              <ins>{it.of(now)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
