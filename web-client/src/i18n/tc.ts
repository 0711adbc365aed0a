import id from './calls.id.json';
import { extendMessages, fill, language } from './t';

export type CallKey = keyof typeof id;

let words: Record<CallKey, string> = id;

/** The words of the 112 page come with that page: nobody else has to carry them. */
export async function loadCallMessages(): Promise<void> {
  if (language === 'en') words = (await import('./calls.en.json')).default;
  extendMessages(words);
}

/** The text of the 112 page for `key` with its {placeholders} filled in. */
export function tc(key: CallKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
