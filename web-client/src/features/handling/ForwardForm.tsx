import { type SubmitEvent, useRef, useState } from 'react';
import type { ReportDetail } from '../../api/types';
import { useAgencies } from '../../api/useAgencies';
import { findAgencies } from '../../domain/findAgencies';
import { t } from '../../i18n/t';
import { Combobox, type Option } from '../../ui/Combobox';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextArea } from '../../ui/TextArea';
import { formErrors } from './formErrors';
import type { FormProps } from './formProps';

/** Disposisi: hands the report to the agency whose matter it is. Those that the rules had in mind come first. */
export function ForwardForm({
  report,
  draft,
  update,
  isBusy,
  problem,
  onSubmit,
}: FormProps & { report: ReportDetail | undefined }) {
  const [isTried, setTried] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const agencies = useAgencies('').data ?? [];
  const suggested = [
    report?.routing.agency?.code,
    report?.routing.runnerUp?.agency.code,
    report?.kelurahan?.code,
  ].filter((code) => code !== undefined && code !== report?.agency?.code);
  const options: Option[] = agencies
    .filter((it) => it.code !== report?.agency?.code)
    .map((it) => ({ value: it.code, label: it.shortName, detail: it.name === it.shortName ? undefined : it.name }));

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
      <Combobox
        id="agencyCode"
        label={t('forward.agency')}
        hint={t('forward.searchHint')}
        problem={errors.find((it) => it.field === 'agencyCode')?.text}
        find={(text) => findAgencies(options, text, suggested)}
        chosen={options.find((it) => it.value === draft.agencyCode)}
        none={t('forward.none')}
        onChoose={(option) => {
          update({ agencyCode: option?.value ?? '' });
          button.current?.focus();
        }}
      />
      <TextArea
        id="note"
        label={t('forward.note')}
        hint={t('handling.internalNoteHint')}
        rows={2}
        value={draft.internalNote}
        onChange={(internalNote) => update({ internalNote })}
      />
      <button type="submit" className="button" aria-disabled={isBusy} ref={button}>
        {t(isBusy ? 'report.sending' : 'forward.submit')}
      </button>
    </form>
  );
}
