import type { ReactNode, SubmitEvent } from 'react';
import { Link } from 'wouter';
import { t } from '../../i18n/t';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { type StepName, stepPath, stepTitles } from './steps';

interface StepFrameProps {
  step: StepName;
  steps: StepName[];
  errors: FieldError[];
  action: string;
  /** No way on and none back: it is on its way. */
  isBusy: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** One question per page: how far, what is asked, what is wrong, and the one way on. */
export function StepFrame({ step, steps, errors, action, isBusy, onSubmit, children }: StepFrameProps) {
  const index = steps.indexOf(step);
  const previous = steps[index - 1];
  const title = t(stepTitles[step]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit();
  };

  return (
    <form className="report-step" noValidate onSubmit={submit}>
      <div className="report-progress">
        {previous && !isBusy ? (
          <Link href={stepPath(previous)} className="text-button">
            <Icon name="back" />
            {t('common.back')}
          </Link>
        ) : (
          <span />
        )}
        <p className="small muted">{t('report.progress', { step: index + 1, steps: steps.length })}</p>
        <div className="courses" aria-hidden="true">
          {steps.map((it, at) => (
            <span key={it} className={at <= index ? 'laid' : ''} />
          ))}
        </div>
      </div>
      <div className="stack">
        <Heading title={errors.length > 0 ? t('report.titleWithErrors', { count: errors.length, title }) : title}>
          {title}
        </Heading>
        <ErrorSummary title={t('report.errors')} errors={errors} />
        {children}
      </div>
      <div className="report-bar">
        <button type="submit" className="button wide" aria-disabled={isBusy}>
          {action}
        </button>
      </div>
    </form>
  );
}
