import { type SubmitEvent, useState } from 'react';
import { ApiProblem, problemText } from '../../api/ApiProblem';
import { api, etag, unwrap } from '../../api/client';
import type { Status, TrackedReport } from '../../api/types';
import { keyHeaders } from '../../domain/reportKey';
import { t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Notice } from '../../ui/Notice';
import { TextArea } from '../../ui/TextArea';
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
  const [done, setDone] = useState<ReporterMove>();

  const choose = (to: Status) => {
    setDone(undefined);
    setChosen(chosen === to ? undefined : to);
  };

  const finish = (move: ReporterMove) => {
    setDone(move);
    setChosen(undefined);
    setNote('');
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
          onNote={setNote}
          onMoved={finish}
          onOvertaken={onChanged}
        />
      )}
    </section>
  );
}

interface MoveFormProps {
  report: TrackedReport;
  secret: string;
  to: Status;
  /** Belongs to the report, not to the chosen move: it outlives both. */
  note: string;
  onNote: (note: string) => void;
  onMoved: (move: ReporterMove) => void;
  /** Someone else acted meanwhile: the new state is to be shown, and the words are kept. */
  onOvertaken: () => void;
}

function MoveForm({ report, secret, to, note, onNote, onMoved, onOvertaken }: MoveFormProps) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const move = reporterMove(report.status, to);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (move.needsNote && !note.trim()) return setProblem(t('move.noteRequired'));
    setProblem(undefined);
    setBusy(true);
    try {
      await unwrap(
        api.POST('/api/v1/tracking/{trackingCode}/status', {
          params: {
            path: { trackingCode: report.trackingCode },
            header: { 'If-Match': etag(report.version) },
          },
          headers: keyHeaders(secret),
          body: { to, ...(note.trim() && { note: note.trim() }) },
        }),
      );
      onMoved(move);
    } catch (cause) {
      setProblem(problemText(cause));
      if (cause instanceof ApiProblem && cause.status === 412) onOvertaken();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <p>{t(move.explanation)}</p>
      <ErrorSummary title={t('move.failed')} errors={problem ? [{ field: 'note', text: problem }] : []} />
      <TextArea
        id="note"
        label={t(move.needsNote ? 'move.note' : 'move.noteOptional')}
        rows={3}
        value={note}
        onChange={onNote}
      />
      <button type="submit" className="button" aria-disabled={isBusy}>
        {t(move.label)}
      </button>
    </form>
  );
}
