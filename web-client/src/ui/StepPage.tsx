import type { ReactNode, SubmitEvent } from 'react';
import { Link } from 'wouter';
import { t } from '../i18n/t';
import { ErrorSummary, type FieldError } from './ErrorSummary';
import { Heading } from './Heading';
import { Icon } from './Icon';
import './stepPage.css';

interface StepPageProps {
  title: string;
  /** Which of how many, from 0. */
  index: number;
  count: number;
  /** The question before this one; none where there is no way back. */
  back: string | undefined;
  errors: FieldError[];
  action: string;
  /** No way on: it is on its way. */
  isBusy: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** One question per page: how far, what is asked, what is wrong, and the one way on. */
export function StepPage({ title, index, count, back, errors, action, isBusy, onSubmit, children }: StepPageProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit();
  };

  return (
    <form className="report-step" noValidate onSubmit={submit}>
      <div className="report-progress">
        {back && !isBusy ? (
          <Link href={back} className="text-button">
            <Icon name="back" />
            {t('common.back')}
          </Link>
        ) : (
          <span />
        )}
        <p className="small muted">{t('report.progress', { step: index + 1, steps: count })}</p>
        <div className="courses" aria-hidden="true">
          {Array.from({ length: count }, (_, at) => (
            <span key={at} className={at <= index ? 'laid' : ''} />
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
