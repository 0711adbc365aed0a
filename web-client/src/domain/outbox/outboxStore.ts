import type { NewReport, ReportReceipt } from '../../api/types';
import { type Draft, isBlank, type Refusal } from '../draft';
import { draftKey, loadDraft } from '../draftStore';
import { onPhone } from '../phoneStore';

/** A report that has left its page. */
export interface QueuedReport {
  id: string;
  /** Idempotency key, made before the first try. */
  key: string;
  /** Everything that was written, photos included; emptied of it when it has arrived. */
  draft: Draft;
  /**
   * The request, fixed with the first try. Nobody knows whether an unanswered one has arrived, so exactly this goes again
   * under the same key until the server has answered.
   */
  body?: NewReport;
  /** Milliseconds since 1970. */
  queuedAt: number;
  triedAt?: number;
  /** `aside`: not meant to be sent yet, it made room for another one. */
  state: 'waiting' | 'sending' | 'sent' | 'returned' | 'aside';
  receipt?: ReportReceipt;
  refusal?: Refusal;
}

const channelName = 'kotak-kirim';

// where storage is forbidden, a report waits until the page is closed
const memory = new Map<string, QueuedReport>();

/** All reports in the outbox, oldest first. */
export async function queuedReports(): Promise<QueuedReport[]> {
  const kept = await onPhone<'outbox', QueuedReport[]>(['outbox'], 'readonly', ({ outbox }) => outbox.getAll()).catch(
    () => [],
  );
  return [...memory.values(), ...kept].sort((a, b) => a.queuedAt - b.queuedAt);
}

/** Moves the report out of its draft: at no moment is it in both or in neither. */
export async function enqueue({ refusal: _, ...draft }: Draft): Promise<QueuedReport> {
  const item = newItem(draft, 'waiting');
  await onPhone(['outbox', 'draft'], 'readwrite', (stores) => {
    stores.draft.delete(draftKey);
    return stores.outbox.put(item, item.id);
  }).catch(() => memory.set(item.id, item));
  tell();
  return item;
}

/**
 * Moves a report back into the draft, to be mended and sent anew under another key. What is being written there meanwhile
 * takes its place in the outbox.
 */
export async function reopen({ id, draft: content, refusal }: QueuedReport): Promise<void> {
  const present = await loadDraft().catch(() => undefined);
  await onPhone(['outbox', 'draft'], 'readwrite', (stores) => {
    stores.outbox.delete(id);
    if (present && !isBlank(present)) {
      const aside = newItem(present, 'aside');
      stores.outbox.put(aside, aside.id);
    }
    return stores.draft.put({ ...content, refusal }, draftKey);
  }).catch(() => undefined);
  memory.delete(id);
  tell();
}

export async function keepQueued(item: QueuedReport): Promise<void> {
  if (memory.has(item.id)) memory.set(item.id, item);
  else await onPhone(['outbox'], 'readwrite', ({ outbox }) => outbox.put(item, item.id));
  tell();
}

export async function removeQueued(id: string): Promise<void> {
  if (!memory.delete(id)) await onPhone(['outbox'], 'readwrite', ({ outbox }) => outbox.delete(id));
  tell();
}

function newItem(draft: Draft, state: QueuedReport['state']): QueuedReport {
  return { id: crypto.randomUUID(), key: crypto.randomUUID(), draft, queuedAt: Date.now(), state };
}

/** Hears of every change, whether this page, another one or the service worker made it. */
export function onOutboxChange(changed: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = changed;
  return () => channel.close();
}

function tell(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}
