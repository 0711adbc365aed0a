import id from './id.json';

export type MessageKey = keyof typeof id;
type Language = 'id' | 'en';
type Values = Record<string, string | number>;

const storageKey = 'bahasa';
let messages: Record<MessageKey, string> = id;

export const language: Language = savedLanguage();

/** Loads the words of the chosen language. Indonesian is part of the bundle; English comes only when asked for. */
export async function loadMessages(): Promise<void> {
  if (language === 'en') messages = (await import('./en.json')).default;
}

/** Keeps the choice on the device and starts again: a page never mixes two languages. */
export function chooseLanguage(next: Language): void {
  localStorage.setItem(storageKey, next);
  location.reload();
}

/** The text for `key` with its {placeholders} filled in. */
export function t(key: MessageKey, values: Values = {}): string {
  return fill(messages[key], values);
}

export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Words that a part of an app brings along: {@link lookUp} finds them too. */
export function extendMessages(more: Record<string, string>): void {
  messages = { ...more, ...messages };
}

/** The text for a key that comes from outside (a problem code, a status), or undefined when there is none. */
export function lookUp(key: string): string | undefined {
  return key in messages ? messages[key as MessageKey] : undefined;
}

function savedLanguage(): Language {
  try {
    return globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'id';
  } catch {
    return 'id'; // storage may be forbidden, and there is none while prerendering
  }
}
