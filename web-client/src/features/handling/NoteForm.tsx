import { type SubmitEvent, useState } from 'react';
import type { ReportDetail } from '../../api/types';
import { t } from '../../i18n/t';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { formErrors } from './formErrors';
import type { FormProps } from './formProps';
import { NoteFields, saidIn } from './NoteFields';

/** Words without a move. */
export function NoteForm({ report, draft, update, isBusy, problem, onSubmit }: FormProps & { report: ReportDetail }) {
  const [isTried, setTried] = useState(false);
  const note = saidIn(draft);
  const isEmpty = !note.publicNote && !note.internalNote;
  const errors =
    isTried && isEmpty ? [{ field: 'publicNote', text: t('note.required') }] : formErrors(problem, 'publicNote');

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    if (!isEmpty) onSubmit({ kind: 'note', body: note });
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <NoteFields
        report={report}
        to={report.status}
        demands={[]}
        draft={draft}
        update={update}
        problems={Object.fromEntries(errors.map((it) => [it.field, it.text]))}
      />
      <button type="submit" className="button" aria-disabled={isBusy}>
        {t(isBusy ? 'report.sending' : 'note.submit')}
      </button>
    </form>
  );
}
