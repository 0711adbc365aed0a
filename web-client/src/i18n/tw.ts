import id from './merata.id.json';
import { extendMessages, fill, language } from './t';

export type WorkKey = keyof typeof id;

let words: Record<WorkKey, string> = id;

/** The words of Merata come with its pages: nobody else has to carry them. */
export async function loadWorkMessages(): Promise<void> {
  if (language === 'en') words = (await import('./merata.en.json')).default;
  extendMessages(words);
}

/** The text of Merata for `key` with its {placeholders} filled in. */
export function tw(key: WorkKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
