import { language } from '../i18n/t';

const spokenFields = ['name', 'text', 'value', 'reason', 'note', 'publicNote'];
const adminPath = /\/api\/v1\/admin\//;

/**
 * What the reference data call something and ask, and what the program says of itself, in the language of the page: where an answer has
 * English words beside a name, a question, a choice, a reason or a note, English pages see those. Not for admins, who edit both.
 */
export function spoken<Data>(data: Data, url: string): Data {
  if (language === 'en' && !adminPath.test(url)) speak(data);
  return data;
}

function speak(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const words = value as Record<string, unknown>;
  for (const field of spokenFields) if (typeof words[`${field}En`] === 'string') words[field] = words[`${field}En`];
  for (const inner of Object.values(value)) speak(inner);
}
