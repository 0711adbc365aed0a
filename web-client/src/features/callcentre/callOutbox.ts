import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { CallItem, NewCall } from '../../api/types';

/** A key that was pressed and is not yet known to have arrived. */
export interface PressedKey {
  /** Idempotency key, made before the first try. */
  key: string;
  body: NewCall & { at: string };
}

interface State {
  pressed: PressedKey[];
  /** Why the server would not have the last key whole; until the next one is pressed. */
  refusal?: ApiProblem | undefined;
}

const storageKey = 'panggilan';
const pauses = [1000, 2000, 5000, 10_000]; // ms between tries

let state: State = { pressed: kept() };
let isSending = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let tries = 0;
const listeners = new Set<() => void>();
const arrivals = new Set<(call: CallItem, key: string) => void>();

/** Keeps a key at once, also over a reload, and sends it as soon as the network carries it; the same key is never two calls. */
export function press(body: NewCall): PressedKey {
  const item = { key: crypto.randomUUID(), body: { ...body, at: new Date().toISOString() } };
  become({ pressed: [...state.pressed, item] });
  void deliver();
  return item;
}

/** Takes a key back that has not left yet. False when it may have. */
export function takeBack(key: string): boolean {
  const [first] = state.pressed;
  if ((isSending && first?.key === key) || !state.pressed.some((it) => it.key === key)) return false;
  become({ pressed: state.pressed.filter((it) => it.key !== key) });
  return true;
}

export function usePressed(): State {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Calls `hear` for every call that has arrived, until the returned function is called. */
export function onArrival(hear: (call: CallItem, key: string) => void): () => void {
  arrivals.add(hear);
  return () => void arrivals.delete(hear);
}

/** One after the other, in the order in which they were pressed. */
export async function deliver(): Promise<void> {
  clearTimeout(timer);
  if (isSending) return;
  isSending = true;
  try {
    for (let item = state.pressed[0]; item; item = state.pressed[0]) {
      const { key, body } = item;
      try {
        const call = await throughSignIn(() =>
          unwrap(api.POST('/api/v1/calls', { params: { header: { 'Idempotency-Key': key } }, body, keepalive: true })),
        );
        tries = 0;
        become({ ...state, pressed: state.pressed.filter((it) => it.key !== key) });
        for (const hear of arrivals) hear(call, key);
      } catch (cause) {
        if (!(cause instanceof ApiProblem) || cause.isTransient || cause.status === 401) {
          timer = setTimeout(() => void deliver(), pauses[Math.min(tries, pauses.length - 1)]);
          tries += 1;
          return;
        }
        // a number that nobody can call must not cost the call, which may be an emergency
        if (body.phone && cause.fields.phone) {
          const { phone: _, ...rest } = body;
          become({ pressed: state.pressed.map((it) => (it.key === key ? { key, body: rest } : it)), refusal: cause });
          continue;
        }
        // nothing will make it acceptable: it must not hold up those behind it
        become({ pressed: state.pressed.filter((it) => it.key !== key), refusal: cause });
      }
    }
  } finally {
    isSending = false;
  }
}

globalThis.addEventListener?.('online', () => void deliver());

function become(next: State): void {
  state = next;
  try {
    localStorage.setItem(storageKey, JSON.stringify(next.pressed));
  } catch {
    // where storage is forbidden a key is kept until the page is closed
  }
  for (const listener of listeners) listener();
}

function kept(): PressedKey[] {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(storageKey) ?? '[]');
  } catch {
    return [];
  }
}
