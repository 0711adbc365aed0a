import { type SubmitEvent, useState } from 'react';
import type { ReportDetail } from '../../api/types';
import { t } from '../../i18n/t';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { DocumentsAlong } from './DocumentsAlong';
import { formErrors } from './formErrors';
import type { FormProps } from './formProps';
import { attachedTo, NoteFields, saidIn } from './NoteFields';

/** Words without a move. */
export function NoteForm({ report, draft, update, isBusy, problem, onSubmit }: FormProps & { report: ReportDetail }) {
  const [isTried, setTried] = useState(false);
  const [uploads, setUploads] = useState(0);
  const isUploading = uploads > 0;
  const noteUpload = (isOnItsWay: boolean) => setUploads((before) => before + (isOnItsWay ? 1 : -1));
  const note = saidIn(draft);
  const isEmpty = !note.publicNote && !note.internalNote;
  const errors =
    isTried && isEmpty ? [{ field: 'publicNote', text: t('note.required') }] : formErrors(problem, 'publicNote');

  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || isUploading) return;
    setTried(true);
    if (!isEmpty) onSubmit({ kind: 'note', body: { ...note, ...attachedTo(draft) } });
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <NoteFields report={report} to={report.status} demands={[]} draft={draft} update={update} problems={problems} />
      <DocumentsAlong
        count={draft.documentIds.length}
        problem={problems.attachmentIds}
        onBusy={noteUpload}
        onUploaded={(id) => update({ documentIds: [...draft.documentIds, id] })}
      />
      <button type="submit" className="button" aria-disabled={isBusy || isUploading}>
        {t(isBusy ? 'report.sending' : 'note.submit')}
      </button>
    </form>
  );
}
