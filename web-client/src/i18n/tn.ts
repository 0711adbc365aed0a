import id from './monev.id.json';
import { extendMessages, fill, language } from './t';
import { loadIndicatorMessages } from './ti';

export type MonevKey = keyof typeof id;

let words: Record<MonevKey, string> = id;

/** The words of Monev come with its pages: nobody else has to carry them. */
export async function loadMonevMessages(): Promise<void> {
  await loadIndicatorMessages();
  if (language === 'en') words = (await import('./monev.en.json')).default;
  extendMessages(words);
}

/** The text of Monev for `key` with its {placeholders} filled in. */
export function tn(key: MonevKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
