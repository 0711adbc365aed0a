import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import type { ReportDetail } from '../../../api/types';
import { forgetAnswerDraft } from '../useAnswerDraft';
import { type Change, rereadAround, sendChange } from '../useChange';

const grace = 6_000; // ms in which an act can be taken back

/** An act that was decided and not yet sent, or that the server then refused. */
export interface HeldAct {
  report: ReportDetail;
  change: Change;
  problem?: string;
}

/**
 * Holds acts for a moment in which they can be taken back; the history of a report keeps no mistakes of the fingers then. The next
 * act, the end of the moment, and leaving the page send them.
 */
export function useHeldActs() {
  const queries = useQueryClient();
  const [held, setHeld] = useState<HeldAct>();
  const [failed, setFailed] = useState<HeldAct[]>([]);
  const waiting = useRef<HeldAct>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const release = useCallback(() => {
    clearTimeout(timer.current);
    const act = waiting.current;
    waiting.current = undefined;
    setHeld(undefined);
    if (!act) return;
    sendChange(act.report, act.change)
      .then(() => forgetAnswerDraft(act.report.id))
      .catch((cause) => setFailed((before) => [...before, { ...act, problem: problemText(cause) }]))
      .finally(() => void rereadAround(queries, act.report.id));
  }, [queries]);

  const hold = useCallback(
    (report: ReportDetail, change: Change) => {
      release();
      waiting.current = { report, change };
      setHeld(waiting.current);
      timer.current = setTimeout(release, grace);
    },
    [release],
  );

  const takeBack = useCallback(() => {
    clearTimeout(timer.current);
    const act = waiting.current;
    waiting.current = undefined;
    setHeld(undefined);
    return act;
  }, []);

  useEffect(() => {
    addEventListener('pagehide', release);
    return () => {
      removeEventListener('pagehide', release);
      release();
    };
  }, [release]);

  const forgive = useCallback((act: HeldAct) => setFailed((before) => before.filter((it) => it !== act)), []);
  return { held, failed, hold, takeBack, forgive };
}

export type HeldActs = ReturnType<typeof useHeldActs>;
