import { type SubmitEvent, useState } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { api, etag, unwrap } from '../../api/client';
import type { Status, TrackedReport } from '../../api/types';
import { PhotoInput } from '../../domain/photos/PhotoInput';
import { PhotoList } from '../../domain/photos/PhotoList';
import type { Photos } from '../../domain/photos/usePhotos';
import { keyHeaders } from '../../domain/reportKey';
import { t } from '../../i18n/t';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { FieldProblem } from '../../ui/Field';
import { fieldErrors } from '../../ui/fieldErrors';
import { TextArea } from '../../ui/TextArea';
import { type ReporterMove, reporterMove } from './reporterMove';

interface MoveFormProps {
  report: TrackedReport;
  secret: string;
  to: Status;
  /** Belongs to the report, not to the chosen move: it outlives both. The same is true of the photos. */
  note: string;
  photos: Photos;
  onNote: (note: string) => void;
  onMoved: (move: ReporterMove) => void;
  /** Someone else acted meanwhile: the new state is to be shown, and the words are kept. */
  onOvertaken: () => void;
}

/** One move with its words, and with photos where there is something to show. */
export function MoveForm({ report, secret, to, note, photos, onNote, onMoved, onOvertaken }: MoveFormProps) {
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);
  const move = reporterMove(report.status, to);
  const photoProblem = errors.find((it) => it.field === 'photos')?.text;

  const send = async (attachmentIds: string[]) => {
    await unwrap(
      api.POST('/api/v1/tracking/{trackingCode}/status', {
        params: {
          path: { trackingCode: report.trackingCode },
          header: { 'If-Match': etag(report.version) },
        },
        headers: keyHeaders(secret),
        body: { to, ...(note.trim() && { note: note.trim() }), ...(attachmentIds.length > 0 && { attachmentIds }) },
      }),
    );
    onMoved(move);
  };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (move.needsNote && !note.trim()) return setErrors([{ field: 'note', text: t('move.noteRequired') }]);
    setErrors([]);
    setBusy(true);
    try {
      const ids = move.takesPhotos ? await photos.finish(photos.taken).catch(() => undefined) : [];
      if (ids) await send(ids);
      else setErrors([{ field: 'photos', text: t('photos.notUploaded') }]);
    } catch (cause) {
      setErrors(
        fieldErrors(cause, 'note').map((it) => (it.field === 'attachmentIds' ? { ...it, field: 'photos' } : it)),
      );
      if (cause instanceof ApiProblem && cause.status === 412) onOvertaken();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <p>{t(move.explanation)}</p>
      <ErrorSummary title={t('move.failed')} errors={errors} />
      <TextArea
        id="note"
        label={t(move.needsNote ? 'move.note' : 'move.noteOptional')}
        problem={errors.find((it) => it.field === 'note')?.text}
        rows={3}
        value={note}
        onChange={onNote}
      />
      {move.takesPhotos && (
        <div className="stack">
          <PhotoInput
            label={t(photos.taken.length === 0 ? 'move.addPhoto' : 'photos.addMore')}
            count={photos.taken.length}
            onAdd={(files) => void photos.add(files)}
          />
          {photoProblem && <FieldProblem>{photoProblem}</FieldProblem>}
          <PhotoList photos={photos} />
          {photos.taken.length > 0 && <p className="small muted">{t('photos.privacy')}</p>}
        </div>
      )}
      <button type="submit" className="button" aria-disabled={isBusy}>
        {isBusy ? t('report.sending') : t(move.label)}
      </button>
    </form>
  );
}
