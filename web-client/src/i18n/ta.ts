import id from './admin.id.json';
import { extendMessages, fill, language } from './t';

export type AdminKey = keyof typeof id;

let words: Record<AdminKey, string> = id;

/** The words of the admin pages come with those pages: nobody else has to carry them. */
export async function loadAdminMessages(): Promise<void> {
  if (language === 'en') words = (await import('./admin.en.json')).default;
  extendMessages(words);
}

/** The text of the admin pages for `key` with its {placeholders} filled in. */
export function ta(key: AdminKey, values: Record<string, string | number> = {}): string {
  return fill(words[key], values);
}
