import { type SubmitEvent, useState } from 'react';
import { useAgencies } from '../../api/useAgencies';
import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { TextArea } from '../../ui/TextArea';
import { formErrors } from './formErrors';
import type { FormProps } from './formProps';

const shown = 8;

/** Disposisi: hands the report to the agency whose matter it is. */
export function ForwardForm({ draft, update, isBusy, problem, onSubmit }: FormProps) {
  const [word, setWord] = useState('');
  const [isTried, setTried] = useState(false);
  const agencies = useAgencies(word.trim());
  const found = agencies.data ?? [];

  const isMissing = isTried && !draft.agencyCode;
  const errors = isMissing
    ? [{ field: 'agencyCode', text: t('forward.agencyRequired') }]
    : formErrors(problem, 'agencyCode');

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    if (!draft.agencyCode) return;
    const note = draft.internalNote.trim();
    onSubmit({ kind: 'disposisi', body: { agencyCode: draft.agencyCode, ...(note && { note }) } });
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <Field id="agency-word" label={t('forward.search')} hint={t('forward.searchHint')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="search"
            autoComplete="off"
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        )}
      </Field>
      <p role="status" className="small muted">
        {agencies.isSuccess && t('forward.found', { count: found.length })}
      </p>
      <Choices
        id="agencyCode"
        legend={t('forward.agency')}
        problem={errors.find((it) => it.field === 'agencyCode')?.text}
        value={draft.agencyCode}
        choices={found.slice(0, shown).map((it) => ({ value: it.code, label: it.shortName, detail: it.name }))}
        onChange={(agencyCode) => update({ agencyCode })}
      />
      <TextArea
        id="note"
        label={t('forward.note')}
        hint={t('handling.internalNoteHint')}
        rows={2}
        value={draft.internalNote}
        onChange={(internalNote) => update({ internalNote })}
      />
      <button type="submit" className="button" aria-disabled={isBusy}>
        {t(isBusy ? 'report.sending' : 'forward.submit')}
      </button>
    </form>
  );
}
