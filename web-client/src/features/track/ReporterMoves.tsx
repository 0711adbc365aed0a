import { useState } from 'react';
import type { Status, TrackedReport } from '../../api/types';
import type { DraftPhoto } from '../../domain/draft';
import { usePhotos } from '../../domain/photos/usePhotos';
import { t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { Notice } from '../../ui/Notice';
import { MoveForm } from './MoveForm';
import { type ReporterMove, reporterMove } from './reporterMove';

interface ReporterMovesProps {
  report: TrackedReport;
  secret: string;
  /** The report on the screen is no longer the present one. */
  onChanged: () => void;
}

/** What the reporter may do now, as the server allows it: confirm, reopen, answer, withdraw. */
export function ReporterMoves({ report, secret, onChanged }: ReporterMovesProps) {
  const [chosen, setChosen] = useState<Status>();
  const [note, setNote] = useState('');
  const [taken, setTaken] = useState<DraftPhoto[]>([]);
  const photos = usePhotos(taken, setTaken);
  const [done, setDone] = useState<ReporterMove>();

  const choose = (to: Status) => {
    setDone(undefined);
    setChosen(chosen === to ? undefined : to);
  };

  const finish = (move: ReporterMove) => {
    setDone(move);
    setChosen(undefined);
    setNote('');
    setTaken([]);
    onChanged();
  };

  const isOvertaken = chosen !== undefined && !report.allowedNext.includes(chosen);
  if (report.allowedNext.length === 0 && !done && !isOvertaken) return null;
  return (
    <section className="stack">
      {done && (
        <Announcement tone="ok" role="status">
          <p>{t(done.thanks)}</p>
        </Announcement>
      )}
      {isOvertaken && (
        <Announcement tone="warn" role="status">
          <p>{t('move.overtaken')}</p>
        </Announcement>
      )}
      {report.status === 'needsInformation' && !done && (
        <Notice tone="warn">
          <p>{t('move.needsAnswer')}</p>
        </Notice>
      )}
      <div className="row">
        {report.allowedNext.map((to) => (
          <button
            key={to}
            type="button"
            className={reporterMove(report.status, to).isMain ? 'button' : 'button quiet'}
            aria-expanded={chosen === to}
            onClick={() => choose(to)}
          >
            {t(reporterMove(report.status, to).label)}
          </button>
        ))}
      </div>
      {chosen && !isOvertaken && (
        <MoveForm
          key={chosen}
          report={report}
          secret={secret}
          to={chosen}
          note={note}
          photos={photos}
          onNote={setNote}
          onMoved={finish}
          onOvertaken={onChanged}
        />
      )}
    </section>
  );
}
