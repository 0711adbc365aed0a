import id from './rides.id.json';
import { extendMessages, fill, language } from './t';

type RideKey = keyof typeof id;

let words: Record<RideKey, string> = id;

/** The words of a ride come where one is shown: with the pages of Mobmas, beside a report and in the log of calls. */
export async function loadRideMessages(): Promise<void> {
  if (language === 'en') words = (await import('./rides.en.json')).default;
  extendMessages(words);
}

/** The text of a ride for `key` with its {placeholders} filled in. */
export function tr(key: RideKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
