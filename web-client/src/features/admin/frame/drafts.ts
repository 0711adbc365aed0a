import { useSyncExternalStore } from 'react';

/** A thing as the server told it. */
export interface Stored<Values> {
  version: number;
  values: Values;
}

interface Draft<Values> {
  /** What its author began with; later edits of others are told apart from it. */
  seen: Stored<Values>;
  values: Values;
}

/** What is typed and not saved yet, by section and thing. It outlives the page that it is typed on, and nothing else. */
let drafts: Record<string, Draft<object>> = {};
const listeners = new Set<() => void>();

function become(next: Record<string, Draft<object>>): void {
  if (Object.keys(drafts).length === 0) addEventListener('beforeunload', holdBack);
  drafts = next;
  if (Object.keys(drafts).length === 0) removeEventListener('beforeunload', holdBack);
  for (const listener of listeners) listener();
}

function holdBack(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function dropDraft(key: string): void {
  const { [key]: _, ...others } = drafts;
  become(others);
}

/** The next person at this desk must not see what the last one typed. */
export function dropAllDrafts(): void {
  become({});
}

/** The keys of all that is typed and not saved. */
export function useDraftKeys(): string[] {
  return Object.keys(useSyncExternalStore(subscribe, () => drafts));
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The form's values: what is typed, else what is stored. Typing back to what was there is no change. */
export function useDraft<Values extends object>(key: string, stored: Stored<Values>) {
  const draft = useSyncExternalStore(subscribe, () => drafts[key]) as Draft<Values> | undefined;
  const seen = draft?.seen ?? stored;
  const values = draft?.values ?? stored.values;
  const put = (from: Stored<Values>, next: Values) =>
    isSame(from.values, next) ? dropDraft(key) : become({ ...drafts, [key]: { seen: from, values: next } });
  return {
    seen,
    values,
    isDirty: draft !== undefined,
    update: (change: Partial<Values>) => put(seen, { ...values, ...change }),
    /** Puts the own changes on top of what somebody else stored meanwhile. */
    rebase: (now: Stored<Values>): Values => {
      const mine = { ...now.values, ...ownChanges(seen.values, values) };
      put(now, mine);
      return mine;
    },
    drop: () => dropDraft(key),
  };
}

/** The fields that their author changed. */
function ownChanges<Values extends object>(seen: Values, values: Values): Partial<Values> {
  const changed = Object.entries(values).filter(([field, value]) => !isSame(value, seen[field as keyof Values]));
  return Object.fromEntries(changed) as Partial<Values>;
}
