import { useCallback, useEffect, useState } from 'react';

interface Resource<Data> {
  data: Data | undefined;
  problem: unknown;
  reload: () => void;
}

/**
 * Loads once per change of `load` (keep it stable with useCallback) and forgets answers that arrive too late.
 * While reloading, the data seen last stay on the screen.
 */
export function useResource<Data>(load: (signal: AbortSignal) => Promise<Data>): Resource<Data> {
  const [state, setState] = useState<{ data?: Data; problem?: unknown }>({});
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to run again
  useEffect(() => {
    const gone = new AbortController();
    load(gone.signal).then(
      (data) => gone.signal.aborted || setState({ data }),
      (problem) => gone.signal.aborted || setState((before) => ({ data: before.data, problem })),
    );
    return () => gone.abort();
  }, [load, attempt]);

  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  return { data: state.data, problem: state.problem, reload };
}
