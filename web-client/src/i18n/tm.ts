import id from './mobmas.id.json';
import { extendMessages, fill, language } from './t';
import { loadRideMessages } from './tr';

export type CarKey = keyof typeof id;

let words: Record<CarKey, string> = id;

/** The words of Mobmas come with its pages: nobody else has to carry them. */
export async function loadCarMessages(): Promise<void> {
  if (language === 'en') words = (await import('./mobmas.en.json')).default;
  extendMessages(words);
  await loadRideMessages();
}

/** The text of Mobmas for `key` with its {placeholders} filled in. */
export function tm(key: CarKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
