import { useSyncExternalStore } from 'react';

const storageKey = 'triase';
const listeners = new Set<() => void>();
let isOn = globalThis.localStorage?.getItem(storageKey) === 'hidup';

/** Whether acts are held for a moment and the next report comes by itself: for whoever works through many. Kept on this device. */
export function useTriageMode(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn,
  );
  const choose = (next: boolean) => {
    isOn = next;
    localStorage.setItem(storageKey, next ? 'hidup' : 'mati');
    for (const listener of listeners) listener();
  };
  return [on, choose];
}
