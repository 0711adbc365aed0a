import type { TrackedReport } from '../api/types';
import { onPhone } from './phoneStore';

/** A report as the server last told it; the secret stands beside it, so that only who has it sees it again. */
interface SeenReport {
  secret: string;
  report: TrackedReport;
  /** Milliseconds since 1970. */
  at: number;
}

export async function rememberSeen(secret: string, report: TrackedReport): Promise<void> {
  const content: SeenReport = { secret, report, at: Date.now() };
  await onPhone(['seen'], 'readwrite', ({ seen }) => seen.put(content, report.trackingCode)).catch(() => undefined);
}

/** What this phone last saw of a report; undefined when it never did, or with another secret. */
export async function lastSeen(code: string, secret: string): Promise<SeenReport | undefined> {
  const found = await onPhone<'seen', SeenReport | undefined>(['seen'], 'readonly', ({ seen }) => seen.get(code)).catch(
    () => undefined,
  );
  return found?.secret === secret ? found : undefined;
}

export async function forgetSeen(code: string): Promise<void> {
  await onPhone(['seen'], 'readwrite', ({ seen }) => seen.delete(code)).catch(() => undefined);
}
