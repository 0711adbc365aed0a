const databaseName = 'kedirilapor';
const storeNames = ['draft', 'outbox', 'seen'] as const;

type StoreName = (typeof storeNames)[number];
type Stores<Names extends StoreName> = Record<Names, IDBObjectStore>;

/**
 * One transaction in the phone's own database, which page and service worker share: all of it is kept or nothing. IndexedDB
 * and not localStorage, because it holds pictures. Rejects where storage is forbidden.
 */
export async function onPhone<Names extends StoreName, Result>(
  names: Names[],
  mode: IDBTransactionMode,
  act: (stores: Stores<Names>) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  return new Promise<Result>((resolve, reject) => {
    const transaction = database.transaction(names, mode);
    const stores = Object.fromEntries(names.map((it) => [it, transaction.objectStore(it)])) as Stores<Names>;
    const request = act(stores);
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 2);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      for (const it of storeNames) if (!database.objectStoreNames.contains(it)) database.createObjectStore(it);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
