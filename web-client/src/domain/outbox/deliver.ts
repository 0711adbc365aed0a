import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import { type DraftPhoto, emptyDraft, toReport } from '../draft';
import { keepQueued, type QueuedReport, queuedReports } from './outboxStore';

const patience = 60_000; // ms for one request: a network that takes longer is none
/** The server knows a key for seven days: after that the same request would become a second report. */
const keyLife = 6 * 24 * 60 * 60 * 1000;

/** The name of the lock that page and service worker share, and of the background sync. */
export const outboxName = 'kirim-laporan';

/**
 * Sends what waits in the outbox, oldest first, and answers what still waits. Only one page or worker sends at a time; were
 * it two, the key would still make one report of it.
 */
export async function deliverAll(): Promise<QueuedReport[]> {
  // no lock outside secure contexts
  return navigator.locks ? await navigator.locks.request(outboxName, sendWaiting) : sendWaiting();
}

async function sendWaiting(): Promise<QueuedReport[]> {
  const isDue = ({ state }: QueuedReport) => state === 'waiting' || state === 'sending';
  for (const item of (await queuedReports()).filter(isDue)) {
    // without a network the others need not try
    if ((await deliver(item)).state === 'waiting') break;
  }
  return (await queuedReports()).filter(isDue);
}

/** One try, and what became of it, already kept. */
async function deliver(queued: QueuedReport, mayUploadAnew = true): Promise<QueuedReport> {
  if (queued.triedAt !== undefined && Date.now() - queued.triedAt > keyLife)
    return keep({ ...queued, state: 'returned', refusal: { code: 'outbox_expired', fields: {} } });
  let item = await keep({ ...queued, state: 'sending' });
  try {
    for (const photo of item.draft.photos) item = await withUploaded(item, photo);
    const body =
      item.body ??
      toReport(
        item.draft,
        item.draft.photos.flatMap((it) => it.attachmentId ?? []),
      );
    item = await keep({ ...item, body, triedAt: item.triedAt ?? Date.now() });
    const params = { header: { 'Idempotency-Key': item.key } };
    const signal = AbortSignal.timeout(patience);
    const receipt = await unwrap(api.POST('/api/v1/reports', { params, body, signal }));
    return keep({ ...item, draft: emptyDraft, state: 'sent', receipt });
  } catch (cause) {
    return settle(item, cause, mayUploadAnew);
  }
}

async function settle(item: QueuedReport, cause: unknown, mayUploadAnew: boolean): Promise<QueuedReport> {
  if (!(cause instanceof ApiProblem)) throw cause;
  if (cause.isTransient) return keep({ ...item, state: 'waiting' });
  const { body: _body, triedAt: _triedAt, ...unsent } = item;
  // an upload that no report names is swept after a day: the pictures are still here, so they go up once more
  if (mayUploadAnew && cause.fields.attachmentIds?.includes('unknown_attachment')) {
    const photos = item.draft.photos.map(({ key, picture }) => ({ key, picture }));
    return deliver({ ...unsent, key: crypto.randomUUID(), draft: { ...item.draft, photos } }, false);
  }
  return keep({ ...unsent, state: 'returned', refusal: { code: cause.code, fields: cause.fields } });
}

/** Each id is kept at once, so that a broken try goes on where it stopped. */
async function withUploaded(item: QueuedReport, photo: DraftPhoto): Promise<QueuedReport> {
  if (photo.attachmentId) return item;
  const attachmentId = await upload(photo.picture);
  const photos = item.draft.photos.map((it) => (it.key === photo.key ? { ...it, attachmentId } : it));
  return keep({ ...item, draft: { ...item.draft, photos } });
}

/** fetch, for a service worker has no XMLHttpRequest. */
async function upload(picture: Blob): Promise<string> {
  const form = new FormData();
  form.append('file', picture, 'foto.jpg');
  const call = api.POST('/api/v1/attachments', {
    body: { file: '' }, // the form takes its place: the contract can only say that it is binary
    bodySerializer: () => form,
    signal: AbortSignal.timeout(2 * patience),
  });
  return (await unwrap(call)).id;
}

async function keep(item: QueuedReport): Promise<QueuedReport> {
  await keepQueued(item);
  return item;
}
