import { useSyncExternalStore } from 'react';
import { ApiProblem } from './ApiProblem';
import { api, unwrap } from './client';
import type { Permission, Session } from './types';

/** `expired` keeps the session that ended: the page stays as it is while its owner signs in again. */
export type Account =
  | { state: 'unknown' }
  | { state: 'signedOut' }
  | { state: 'signedIn'; session: Session }
  | { state: 'expired'; session: Session };

let account: Account = { state: 'unknown' };
const listeners = new Set<() => void>();

function become(next: Account): void {
  account = next;
  for (const listener of listeners) listener();
}

export function useAccount(): Account {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => account,
  );
}

/** Whether the person at this desk may do it. The server decides; this only spares them doors that do not open. */
export function useMay(permission: Permission): boolean {
  const account = useAccount();
  return 'session' in account && account.session.permissions.includes(permission);
}

/** Asks the server who is signed in; throws only when the server cannot be reached. */
export async function loadAccount(): Promise<void> {
  try {
    become({ state: 'signedIn', session: await unwrap(api.GET('/api/v1/session')) });
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.isTransient) throw cause;
    become({ state: 'signedOut' });
  }
}

/** `newPassword` is chosen by who comes with a password that is good for one sign-in. */
export async function signIn(userName: string, password: string, newPassword?: string): Promise<void> {
  const body = { userName, password, ...(newPassword !== undefined && { newPassword }) };
  become({ state: 'signedIn', session: await unwrap(api.POST('/api/v1/session', { body })) });
}

export async function signOut(): Promise<void> {
  await unwrap(api.DELETE('/api/v1/session'));
  become({ state: 'signedOut' });
}

/** Does it, and once more after the person at this desk has signed in again, when the session had ended meanwhile. */
export async function throughSignIn<Data>(act: () => Promise<Data>): Promise<Data> {
  try {
    return await act();
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.status !== 401) throw cause;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (account.state === 'expired') return;
        listeners.delete(look);
        if (account.state === 'signedIn') resolve();
        else reject(cause);
      };
      listeners.add(look);
      look();
    });
    return await act();
  }
}

/** The session is no longer accepted, as somebody else than a request found out. */
export function suspectSession(): void {
  if (account.state === 'signedIn') void loadAccountAgain(account.session);
}

async function loadAccountAgain(session: Session): Promise<void> {
  try {
    become({ state: 'signedIn', session: await unwrap(api.GET('/api/v1/session')) });
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.status === 401) become({ state: 'expired', session });
  }
}

/** The header that every change by cookie carries against forged requests. */
export function antiforgeryHeaders(): Record<string, string> {
  return 'session' in account ? { 'X-XSRF-TOKEN': account.session.antiforgeryToken } : {};
}

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET')
      for (const [name, value] of Object.entries(antiforgeryHeaders())) request.headers.set(name, value);
  },
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && account.state === 'signedIn' && schemaPath !== '/api/v1/session')
      become({ state: 'expired', session: account.session });
  },
});
