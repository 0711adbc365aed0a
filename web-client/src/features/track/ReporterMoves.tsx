import { type SubmitEvent, useState } from 'react';
import { ApiProblem, problemText } from '../../api/ApiProblem';
import { api, etag, unwrap } from '../../api/client';
import type { Status, TrackedReport } from '../../api/types';
import { t } from '../../i18n/t';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { type ReporterMove, reporterMove } from './reporterMove';

interface ReporterMovesProps {
  report: TrackedReport;
  secret: string;
  onMoved: () => void;
}

/** What the reporter may do now, as the server allows it: confirm, reopen, answer, withdraw. */
export function ReporterMoves({ report, secret, onMoved }: ReporterMovesProps) {
  const [chosen, setChosen] = useState<Status>();
  if (report.allowedNext.length === 0) return null;

  const move = chosen && report.allowedNext.includes(chosen) ? reporterMove(report.status, chosen) : undefined;
  return (
    <section className="stack">
      {report.status === 'needsInformation' && (
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
            onClick={() => setChosen(chosen === to ? undefined : to)}
          >
            {t(reporterMove(report.status, to).label)}
          </button>
        ))}
      </div>
      {chosen && move && (
        <MoveForm key={chosen} report={report} secret={secret} to={chosen} move={move} onMoved={onMoved} />
      )}
    </section>
  );
}

function MoveForm({ report, secret, to, move, onMoved }: ReporterMovesProps & { to: Status; move: ReporterMove }) {
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (move.needsNote && !note.trim()) return setProblem(t('move.noteRequired'));
    setBusy(true);
    try {
      await unwrap(
        api.POST('/api/v1/tracking/{trackingCode}/status', {
          params: {
            path: { trackingCode: report.trackingCode },
            header: { 'If-Match': etag(report.version) },
          },
          headers: { 'Report-Secret': secret },
          body: { to, ...(note.trim() && { note: note.trim() }) },
        }),
      );
      onMoved();
    } catch (cause) {
      setProblem(problemText(cause));
      // someone else acted meanwhile: show the new state, keep the words
      if (cause instanceof ApiProblem && cause.status === 412) onMoved();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <p>{t(move.explanation)}</p>
      <ErrorSummary title={t('move.failed')} errors={problem ? [{ field: 'note', text: problem }] : []} />
      <Field id="note" label={t(move.needsNote ? 'move.note' : 'move.noteOptional')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" className="button" aria-disabled={isBusy}>
        {t(move.label)}
      </button>
    </form>
  );
}
