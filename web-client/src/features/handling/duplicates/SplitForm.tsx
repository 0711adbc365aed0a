import { type SubmitEvent, useState } from 'react';
import type { ReportDetail } from '../../../api/types';
import { t } from '../../../i18n/t';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { formErrors } from '../formErrors';
import type { FormProps } from '../formProps';
import { SplitChildFields } from './SplitChildFields';
import { type ChildDraft, childField, childrenMax, missingInChildren, newChild, toChild } from './splitting';

/** Makes reports of their own out of the matters that one report holds. */
export function SplitForm({ report, draft, update, isBusy, problem, onSubmit }: FormProps & { report: ReportDetail }) {
  const [isTried, setTried] = useState(false);
  const { children } = draft;
  const missing = isTried ? missingInChildren(children) : [];
  const errors = missing.length > 0 ? missing : formErrors(problem, childField(0, 'description'));
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));

  const change = (key: string, part: Partial<ChildDraft>) =>
    update({ children: children.map((it) => (it.key === key ? { ...it, ...part } : it)) });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setTried(true);
    if (missingInChildren(children).length === 0) onSubmit({ kind: 'split', children: children.map(toChild) });
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <p className="small">{t('split.explanation')}</p>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      {children.map((child, index) => (
        <SplitChildFields
          key={child.key}
          index={index}
          child={child}
          report={report}
          problems={problems}
          onChange={(part) => change(child.key, part)}
          onRemove={
            children.length > 1 ? () => update({ children: children.filter((it) => it.key !== child.key) }) : undefined
          }
        />
      ))}
      {children.length < childrenMax && (
        <button type="button" className="text-button" onClick={() => update({ children: [...children, newChild()] })}>
          {t('split.add')}
        </button>
      )}
      <button type="submit" className="button" aria-disabled={isBusy}>
        {isBusy ? t('report.sending') : t('split.submit', { count: children.length })}
      </button>
    </form>
  );
}
