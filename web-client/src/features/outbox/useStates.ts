import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { OutboxState } from '../../api/types';
import { outboxStates } from './outboxState';

/** The chosen states as they stand in the address, so that a view of the outbox can be kept and shared. */
export function useStates(): [OutboxState[], (state: OutboxState) => void] {
  const [params, setParams] = useSearchParams();
  const states = useMemo(() => readStates(params), [params]);
  const toggle = (state: OutboxState) => setParams((before) => toggleState(before, state), { replace: true });
  return [states, toggle];
}

/** A state that does not exist is left out. */
export function readStates(params: URLSearchParams): OutboxState[] {
  return outboxStates.filter((it) => params.getAll('state').includes(it));
}

/** The address with `state` added, or taken out if it was chosen. */
export function toggleState(params: URLSearchParams, state: OutboxState): URLSearchParams {
  const chosen = readStates(params);
  const next = outboxStates.filter((it) => chosen.includes(it) !== (it === state));
  return new URLSearchParams(next.map((it) => ['state', it]));
}
