import { problemText } from '../api/ApiProblem';
import { t } from '../i18n/t';
import { Notice } from './Notice';

/** What could not be loaded and the one thing to do about it. */
export function Failure({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  return (
    <Notice tone="err" role="alert">
      <p>{problemText(problem)}</p>
      <button type="button" className="text-button" onClick={onRetry}>
        {t('common.retry')}
      </button>
    </Notice>
  );
}
