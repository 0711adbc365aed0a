import { useEffect, useState } from 'react';

const storageKey = 'pintasan';

/**
 * Single keys for hands that stay on the keyboard. They rest while something is typed, and can be switched off
 * (WCAG 2.1.4), for speech input would trigger them.
 */
export function useShortcuts(actions: Record<string, () => void>): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(storageKey) !== 'mati');

  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const action = actions[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn, actions]);

  const choose = (on: boolean) => {
    localStorage.setItem(storageKey, on ? 'hidup' : 'mati');
    setOn(on);
  };
  return [isOn, choose];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
}
