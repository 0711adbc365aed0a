import { ApiProblem, problemText } from '../../api/ApiProblem';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';

/** Why the report has not gone out, and what became of it: it is on this phone, and sending again is safe. */
export function SendTrouble({ problem, isAttempted }: { problem: unknown; isAttempted: boolean }) {
  if (problem === undefined && !isAttempted) return null;
  const isRefused = problem instanceof ApiProblem && !problem.isTransient;
  return (
    <Notice tone={isRefused ? 'err' : 'warn'} role="alert">
      <h2>{t(isRefused ? 'send.refused' : 'send.notSent')}</h2>
      {problem !== undefined && <p>{problemText(problem)}</p>}
      {!isRefused && <p>{t(isAttempted ? 'send.frozen' : 'send.kept')}</p>}
    </Notice>
  );
}
