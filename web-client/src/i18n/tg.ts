import id from './log.id.json';
import { fill, language } from './t';

type LogKey = keyof typeof id;

let words: Record<LogKey, string> = id;

/** The words of the access log come with its page: few may read it. */
export async function loadLogMessages(): Promise<void> {
  if (language === 'en') words = (await import('./log.en.json')).default;
}

/** The text of the access log for `key`. */
export function tg(key: LogKey, values: Record<string, string> = {}): string {
  return fill(words[key], values);
}
