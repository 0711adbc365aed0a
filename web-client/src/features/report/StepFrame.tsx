import type { ReactNode } from 'react';
import { t } from '../../i18n/t';
import type { FieldError } from '../../ui/ErrorSummary';
import { StepPage } from '../../ui/StepPage';
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

export function StepFrame({ step, steps, ...page }: StepFrameProps) {
  const index = steps.indexOf(step);
  const previous = steps[index - 1];
  return (
    <StepPage
      title={t(stepTitles[step])}
      index={index}
      count={steps.length}
      back={previous && stepPath(previous)}
      {...page}
    />
  );
}
