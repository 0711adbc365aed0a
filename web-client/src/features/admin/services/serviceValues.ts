import type { NewService, ServiceEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import type { Stored } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';

export type Question = ServiceEntry['questions'][number];

/** A service as the form holds it: words one a line, numbers as typed. */
export interface ServiceValues {
  code: string;
  groupCode: string;
  name: string;
  nameEn: string;
  classification: ServiceEntry['classification'];
  emergency: boolean;
  responseMinutes: string;
  resolveDays: string;
  confidential: boolean;
  integrity: boolean;
  photoAfterRequired: boolean;
  words: string;
  colloquialWords: string;
  questions: Question[];
  active: boolean;
}

export const classifications: ServiceEntry['classification'][] = [
  'complaint',
  'aspiration',
  'informationRequest',
  'serviceRequest',
];

export const newService: Stored<ServiceValues> = {
  version: 0,
  values: {
    code: '',
    groupCode: '',
    name: '',
    nameEn: '',
    classification: 'complaint',
    emergency: false,
    responseMinutes: '',
    resolveDays: '5',
    confidential: false,
    integrity: false,
    photoAfterRequired: false,
    words: '',
    colloquialWords: '',
    questions: [],
    active: true,
  },
};

export function storedService({
  version,
  group,
  responseMinutes,
  resolveDays,
  ...entry
}: ServiceEntry): Stored<ServiceValues> {
  return {
    version,
    values: {
      ...entry,
      groupCode: group.code,
      responseMinutes: responseMinutes === null || responseMinutes === undefined ? '' : String(responseMinutes),
      resolveDays: String(resolveDays),
      words: entry.words.join('\n'),
      colloquialWords: entry.colloquialWords.join('\n'),
    },
  };
}

export function sentService({ code: _, ...values }: ServiceValues): NewService {
  return {
    ...values,
    // minutes are an emergency's alone
    responseMinutes: values.emergency && values.responseMinutes ? Number(values.responseMinutes) : null,
    resolveDays: Number(values.resolveDays) || 0,
    words: lines(values.words),
    colloquialWords: lines(values.colloquialWords),
  };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((it) => it.trim())
    .filter(Boolean);
}

function questionText({ text, retired, choices }: Question): string {
  const answers = choices.filter((it) => !it.retired).map((it) => it.text);
  return [text, answers.length > 0 && `(${answers.join(', ')})`, retired && ta('service.retired')]
    .filter(Boolean)
    .join(' ');
}

export function serviceLooks(groupName: (code: string) => string): FieldLooks<ServiceValues> {
  return {
    code: { label: ta('service.code') },
    groupCode: { label: ta('service.group'), show: groupName },
    name: { label: ta('service.name') },
    nameEn: { label: ta('service.nameEn') },
    classification: { label: ta('service.classification'), show: (it) => ta(`classification.${it}`) },
    emergency: { label: ta('service.emergency') },
    responseMinutes: { label: ta('service.responseMinutes') },
    resolveDays: { label: ta('service.resolveDays') },
    confidential: { label: ta('service.confidential') },
    integrity: { label: ta('service.integrity') },
    photoAfterRequired: { label: ta('service.photoAfter') },
    words: { label: ta('service.words') },
    colloquialWords: { label: ta('service.colloquialWords') },
    questions: { label: ta('service.questions'), show: (it) => it.map(questionText).join('; ') || '–' },
    active: { label: ta('service.active') },
  };
}
