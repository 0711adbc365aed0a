import type { Step } from '../api/types';

import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { steps, stepText } from './status';
import './fiveSteps.css';

/** The way of a report in five words; a closed one has walked it to the end. */
export function FiveSteps({ step, isClosed }: { step: Step; isClosed: boolean }) {
  const now = steps.indexOf(step);
  return (
    <ol className="five-steps" aria-label={t('track.steps')}>
      {steps.map((it, index) => {
        const state = index < now || (isClosed && index === now) ? 'done' : index === now ? 'now' : 'ahead';
        return (
          <li key={it} className={state} aria-current={index === now ? 'step' : undefined}>
            <span className="five-steps-mark">{state === 'done' && <Icon name="check" />}</span>
            {stepText(it)}
            <span className="visually-hidden"> {t(`track.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
