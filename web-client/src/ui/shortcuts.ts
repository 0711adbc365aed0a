import { useLayoutEffect, useSyncExternalStore } from 'react';

/** A single key for hands that stay on the keyboard. */
export interface Shortcut {
  /** As `KeyboardEvent.key` tells it. */
  key: string;
  /** What it does, for the list of all. */
  text: string;
  run: () => void;
}

const storageKey = 'pintasan';
const off = 'mati';

/** Those in force, oldest first: of one key the youngest counts, as a dialog lies on top of a page. */
let groups: Shortcut[][] = [];
let isOn = globalThis.localStorage?.getItem(storageKey) !== off;
const listeners = new Set<() => void>();

function become(change: () => void): void {
  change();
  for (const listener of listeners) listener();
}

function press(event: KeyboardEvent): void {
  if (!isOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
    return;
  const shortcut = groups
    .toReversed()
    .flat()
    .find((it) => it.key === event.key);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

/** Keys rest while something is typed or a dialog is open. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null;
}

/** Puts these keys in force while the component stands. Keep the list stable with useMemo. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  // in force with what shows them, not a paint later: fast hands press a key the moment it is seen
  useLayoutEffect(() => {
    if (groups.length === 0) addEventListener('keydown', press);
    become(() => {
      groups = [...groups, shortcuts];
    });
    return () => {
      become(() => {
        groups = groups.filter((it) => it !== shortcuts);
      });
      if (groups.length === 0) removeEventListener('keydown', press);
    };
  }, [shortcuts]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** All keys in force now, grouped as they came. */
export function useShortcutGroups(): Shortcut[][] {
  return useSyncExternalStore(subscribe, () => groups);
}

/** They can be switched off (WCAG 2.1.4), for speech input would trigger them. */
export function useShortcutSwitch(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => isOn);
  const choose = (next: boolean) => {
    localStorage.setItem(storageKey, next ? 'hidup' : off);
    become(() => {
      isOn = next;
    });
  };
  return [on, choose];
}
