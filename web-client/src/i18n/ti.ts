import id from './indicators.id.json';
import { fill, language } from './t';

type IndicatorKey = keyof typeof id;

let words: Record<IndicatorKey, string> = id;

/** The words of indicators come with the parts that show them. */
export async function loadIndicatorMessages(): Promise<void> {
  if (language === 'en') words = (await import('./indicators.en.json')).default;
}

/** The text about indicators for `key` with its {placeholders} filled in. */
export function ti(key: IndicatorKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
