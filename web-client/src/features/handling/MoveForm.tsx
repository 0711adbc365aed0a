import { type SubmitEvent, useState } from 'react';
import type { Move, ReportDetail } from '../../api/types';
import { lookUp, t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { DocumentsAlong } from './DocumentsAlong';
import { formErrors } from './formErrors';
import type { FormProps } from './formProps';
import { HandOverFields, handedOverIn } from './HandOverFields';
import { moveText } from './moveText';
import { attachedTo, NoteFields, saidIn } from './NoteFields';
import { PhotoAfter } from './PhotoAfter';
import type { AnswerDraft } from './useAnswerDraft';

/** Asks for exactly what this move needs: words for the reporter, words for colleagues, a reason, a day, a photo. */
export function MoveForm({ report, move, draft, update, isBusy, problem, onSubmit }: FormProps & MoveFormProps) {
  const [isTried, setTried] = useState(false);
  const [uploads, setUploads] = useState(0);
  const isUploading = uploads > 0;
  const noteUpload = (isOnItsWay: boolean) => setUploads((before) => before + (isOnItsWay ? 1 : -1));
  const missing = isTried ? missingFields(move, draft) : [];
  const errors = missing.length > 0 ? missing : formErrors(problem, 'publicNote');
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || isUploading) return;
    setTried(true);
    if (missingFields(move, draft).length > 0) return;
    onSubmit({
      kind: 'status',
      body: {
        to: move.to,
        ...saidIn(draft),
        ...(move.demands.includes('reason') && { reason: move.reasons.find((it) => it === draft.reason) }),
        ...(move.demands.includes('date') && { plannedFor: draft.plannedFor }),
        ...(draft.reason === 'notOurs' && move.demands.includes('reason') && handedOverIn(draft)),
        ...attachedTo(draft, draft.attachmentIds),
      },
    });
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      {move.demands.includes('reason') && (
        <Choices
          id="reason"
          legend={t('handling.reason')}
          problem={problems.reason}
          value={draft.reason}
          choices={move.reasons.map((it) => ({ value: it, label: lookUp(`reason.${it}`) ?? it }))}
          onChange={(reason) => update({ reason })}
        />
      )}
      {move.demands.includes('reason') && draft.reason === 'notOurs' && (
        <HandOverFields draft={draft} update={update} problems={problems} />
      )}
      {move.demands.includes('date') && (
        <Field id="plannedFor" label={t('handling.plannedFor')} problem={problems.plannedFor}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="date"
              value={draft.plannedFor}
              onChange={(event) => update({ plannedFor: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <NoteFields
        report={report}
        to={move.to}
        demands={move.demands}
        draft={draft}
        update={update}
        problems={problems}
      />
      {(move.demands.includes('photo') || move.to === 'resolved') && (
        <PhotoAfter
          isRequired={move.demands.includes('photo')}
          count={draft.attachmentIds.length}
          problem={problems.attachmentIds}
          onBusy={noteUpload}
          onUploaded={(id) => update({ attachmentIds: [...draft.attachmentIds, id] })}
        />
      )}
      <DocumentsAlong
        count={draft.documentIds.length}
        problem={undefined}
        onBusy={noteUpload}
        onUploaded={(id) => update({ documentIds: [...draft.documentIds, id] })}
      />
      <button type="submit" className="button" aria-disabled={isBusy || isUploading}>
        {isBusy ? t('report.sending') : moveText(report.status, move.to)}
      </button>
    </form>
  );
}

interface MoveFormProps {
  report: ReportDetail;
  move: Move;
}

function missingFields(move: Move, draft: AnswerDraft): FieldError[] {
  const rules: [boolean, string, FieldError][] = [
    [move.demands.includes('reason'), draft.reason, { field: 'reason', text: t('handling.reasonRequired') }],
    [move.demands.includes('date'), draft.plannedFor, { field: 'plannedFor', text: t('handling.plannedForRequired') }],
    [
      move.demands.includes('publicNote'),
      draft.publicNote,
      { field: 'publicNote', text: t('handling.publicNoteRequired') },
    ],
    [
      move.demands.includes('internalNote'),
      draft.internalNote,
      { field: 'internalNote', text: t('handling.internalNoteRequired') },
    ],
    [
      move.demands.includes('photo'),
      draft.attachmentIds.join(''),
      { field: 'attachmentIds', text: t('handling.photoRequired') },
    ],
  ];
  return rules.filter(([isRequired, value]) => isRequired && !value.trim()).map(([, , error]) => error);
}
