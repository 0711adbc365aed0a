/**
 * What a page calls the `secret` of a report is what opens it: the secret of the receipt; or, marked, the session of somebody who came
 * by a link to the contact in the report. A session opens for an hour, knows no personal data, and is never kept with a report or shown in an address.
 */
const mark = 'sesi:';
const storageKey = 'sesi-pelapor';

interface ReporterSession {
  session: string;
  endsAt: string;
}

export function isSession(secret: string): boolean {
  return secret.startsWith(mark);
}

/** The header that shows what opens a report. */
export function keyHeaders(secret: string): Record<string, string> {
  return isSession(secret) ? { 'Reporter-Session': secret.slice(mark.length) } : { 'Report-Secret': secret };
}

/** The session of this tab, marked; none once it is over. */
export function sessionHere(): string | undefined {
  const kept = read();
  return kept && Date.parse(kept.endsAt) > Date.now() ? mark + kept.session : undefined;
}

/** When the session of this tab ends, in ISO 8601. */
export function sessionEnd(): string {
  return read()?.endsAt ?? new Date().toISOString();
}

/** In the tab and not on the phone, which may be borrowed: closing it ends what it opened. */
export function keepSession(opened: ReporterSession): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ session: opened.session, endsAt: opened.endsAt }));
}

export function forgetSession(): void {
  sessionStorage.removeItem(storageKey);
}

function read(): ReporterSession | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') ?? undefined;
  } catch {
    return undefined; // storage is forbidden: then a link opens nothing that lasts
  }
}
