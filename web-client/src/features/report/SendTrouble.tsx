import { useEffect, useRef } from 'react';
import { ApiProblem, problemText } from '../../api/ApiProblem';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';

/** Why the report has not gone out, and what became of it: it is on this phone, and sending again is safe. */
export function SendTrouble({ problem, isAttempted }: { problem: unknown; isAttempted: boolean }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (problem !== undefined) box.current?.focus();
  }, [problem]);

  if (problem === undefined && !isAttempted) return null;
  const isRefused = problem instanceof ApiProblem && !problem.isTransient;
  return (
    <div tabIndex={-1} ref={box}>
      <Notice tone={isRefused ? 'err' : 'warn'} role="alert">
        <h2>{t(isRefused ? 'send.refused' : 'send.notSent')}</h2>
        {problem !== undefined && <p>{problemText(problem)}</p>}
        {!isRefused && <p>{t(isAttempted ? 'send.frozen' : 'send.kept')}</p>}
      </Notice>
    </div>
  );
}
