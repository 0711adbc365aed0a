import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { TrackedReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { forgetReport, keepReport } from '../../domain/keptReports';
import { isSession, keyHeaders } from '../../domain/reportKey';
import { forgetSeen, lastSeen, rememberSeen } from '../../domain/seenReports';

/** One's own report: as the server tells it, else as this phone last saw it. */
export function useTracked(code: string, secret: string) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/tracking/{trackingCode}', {
          params: { path: { trackingCode: code } },
          headers: keyHeaders(secret),
          signal,
        }),
      ),
    [code, secret],
  );
  const { data, problem, reload } = useResource(load);
  const [seen, setSeen] = useState<{ report: TrackedReport; at: number }>();
  const isUnknown = problem instanceof ApiProblem && problem.status === 404;

  useEffect(() => {
    if (isSession(secret)) return; // nothing of it stays on a phone that may be borrowed
    if (data) {
      keepReport({ code, secret, service: data.service.name });
      void rememberSeen(secret, data);
    } else if (isUnknown) {
      forgetReport(code);
      void forgetSeen(code);
    } else if (problem !== undefined) {
      void lastSeen(code, secret).then(setSeen);
    }
  }, [data, isUnknown, problem, code, secret]);

  // the network is back: what is shown need not be old any longer
  const isOld = data === undefined && seen !== undefined;
  useEffect(() => {
    if (problem === undefined) return;
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [problem, reload]);

  return { report: data ?? seen?.report, seenAt: isOld ? seen.at : undefined, problem, isUnknown, reload };
}
