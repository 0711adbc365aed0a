import { problemText } from '../api/ApiProblem';
import { t } from '../i18n/t';
import { FieldProblem } from '../ui/Field';
import { Icon } from '../ui/Icon';
import './support.css';
import type { Support } from './useSupport';

/** How many have the same matter, and one button that adds oneself or takes that back. */
export function SupportButton({ support }: { support: Support }) {
  const { isSupported, count, isBusy, problem, ask } = support;
  return (
    <div className="support">
      <button
        type="button"
        className={isSupported ? 'text-button' : 'button quiet'}
        aria-disabled={isBusy}
        onClick={() => void ask(!isSupported)}
      >
        {isSupported ? t('support.withdraw') : t('support.give')}
      </button>
      <p className="small" role="status">
        {(isSupported || count > 0) && (
          <>
            <Icon name={isSupported ? 'check' : 'person'} />
            {isSupported ? t('support.thanks', { count }) : t('support.count', { count })}
          </>
        )}
      </p>
      {problem !== undefined && <FieldProblem>{problemText(problem)}</FieldProblem>}
    </div>
  );
}
