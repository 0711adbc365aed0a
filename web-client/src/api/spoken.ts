import { language } from '../i18n/t';

const adminPath = /\/api\/v1\/admin\//;

/**
 * What the reference data call something, in the language of the page: where an answer has an English name beside `name`, English pages
 * see that one. Not for admins, who edit both.
 */
export function spoken<Data>(data: Data, url: string): Data {
  if (language === 'en' && !adminPath.test(url)) speak(data);
  return data;
}

function speak(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('name' in value && 'nameEn' in value && typeof value.nameEn === 'string') value.name = value.nameEn;
  for (const inner of Object.values(value)) speak(inner);
}
