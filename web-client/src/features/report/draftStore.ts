import type { Draft } from './draft';

const databaseName = 'kedirilapor';
const storeName = 'draft';
const key = 'report';

/** Opens the phone's own database; rejects where storage is forbidden, and the draft then lives in memory only. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  return new Promise<Result>((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    const request = act(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}

/** The draft of an earlier visit, photos included. IndexedDB rather than localStorage because it holds pictures. */
export function loadDraft(): Promise<Draft | undefined> {
  return run<Draft | undefined>('readonly', (store) => store.get(key));
}

export async function saveDraft(draft: Draft): Promise<void> {
  await run('readwrite', (store) => store.put(draft, key));
}

export async function clearDraft(): Promise<void> {
  await run('readwrite', (store) => store.delete(key));
}
