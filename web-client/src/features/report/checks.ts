import { codeText } from '../../api/ApiProblem';
import type { Service } from '../../api/types';
import { type Draft, limits, type Refusal, wardChoices } from '../../domain/draft';
import { type MessageKey, t } from '../../i18n/t';
import type { FieldError } from '../../ui/ErrorSummary';
import { type StepName, stepPath } from './steps';

type Check = (draft: Draft, service: Service | undefined) => (FieldError | false | undefined)[];

const phonePattern = /^(\+?62|0)8\d{7,12}$/;
const emailPattern = /^\S+@\S+\.\S+$/;

const checks: Record<StepName, Check> = {
  masalah: (draft) => [
    draft.description.trim().length < limits.descriptionMin && { field: 'description', text: t('words.tooShort') },
    !draft.serviceCode && { field: 'service', text: t('words.chooseService') },
  ],
  tempat: ({ place, address }) => [
    place === undefined && { field: 'place', text: t('place.required') },
    place?.by === 'words' && !place.ward && { field: 'ward', text: t('place.wardRequired') },
    place?.by === 'words' && !address.trim() && { field: 'address', text: t('place.addressRequired') },
    place?.by === 'point' && !place.isAimed && { field: 'place', text: t('place.aim') },
    place?.by === 'point' && place.located?.inside === false && { field: 'place', text: t('place.outside') },
    place?.by === 'point' &&
      wardChoices(place).length > 0 &&
      !place.ward && { field: 'border', text: t('place.whichRequired') },
  ],
  pertanyaan: (draft, service) =>
    (service?.questions ?? []).map(
      (question) =>
        question.required &&
        !draft.answers[question.code]?.trim() && { field: answerField(question.code), text: t('questions.required') },
    ),
  foto: () => [],
  kontak: (draft) => [
    draft.phone.trim() !== '' &&
      !phonePattern.test(draft.phone.replace(/[\s.-]/g, '')) && { field: 'phone', text: t('contact.phoneInvalid') },
    draft.email.trim() !== '' &&
      !emailPattern.test(draft.email.trim()) && { field: 'email', text: t('contact.emailInvalid') },
  ],
  periksa: () => [],
};

/** What keeps the reporter from leaving `step`; empty when nothing does. */
export function check(step: StepName, draft: Draft, service: Service | undefined): FieldError[] {
  return checks[step](draft, service).filter((it) => it !== false && it !== undefined);
}

export function answerField(code: string): string {
  return `answer-${code}`;
}

/** Where each field of `POST /reports` is asked; a refusal of the server then leads back to the right page. */
const homes: Record<string, { step: StepName; field: string; label?: MessageKey }> = {
  description: { step: 'masalah', field: 'description', label: 'review.words' },
  serviceCode: { step: 'masalah', field: 'service', label: 'words.service' },
  location: { step: 'tempat', field: 'place', label: 'review.place' },
  kelurahanCode: { step: 'tempat', field: 'ward', label: 'review.place' },
  address: { step: 'tempat', field: 'address', label: 'review.place' },
  attachmentIds: { step: 'foto', field: 'photos', label: 'review.photos' },
  file: { step: 'foto', field: 'photos', label: 'review.photos' },
  'reporter.name': { step: 'kontak', field: 'name', label: 'review.contact' },
  'reporter.phone': { step: 'kontak', field: 'phone', label: 'review.contact' },
  'reporter.email': { step: 'kontak', field: 'email', label: 'review.contact' },
};

function homeOf(name: string) {
  const answer = /^answers\.(.+)$/.exec(name);
  return answer?.[1] ? { step: 'pertanyaan' as const, field: answerField(answer[1]), label: undefined } : homes[name];
}

/** The field errors of a refused report, each with the page that asks for it. */
export function refusals(refusal: Refusal | undefined): FieldError[] {
  return Object.entries(refusal?.fields ?? {}).flatMap(([name, codes]) => {
    const home = homeOf(name);
    if (!home) return [];
    const label = home.label && t(home.label);
    return [{ field: home.field, text: codeText(codes[0] ?? 'unknown'), label, href: stepPath(home.step) }];
  });
}

/** What is left of it once the page at `href` was answered anew: nothing, when that was all. */
export function forgiven(refusal: Refusal, href: string): Refusal | undefined {
  const left = Object.entries(refusal.fields).filter(([name]) => {
    const home = homeOf(name);
    return !home || stepPath(home.step) !== href;
  });
  return left.length > 0 ? { ...refusal, fields: Object.fromEntries(left) } : undefined;
}
