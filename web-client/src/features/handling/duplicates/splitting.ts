import type { ReportDetail, Service, SplitChild } from '../../../api/types';
import { t } from '../../../i18n/t';
import type { FieldError } from '../../../ui/ErrorSummary';

/** More matters than one text holds; the server's limit. */
export const childrenMax = 10;

const descriptionMin = 5;

/** One part of a report. What stays empty is as the report has it. */
export interface ChildDraft {
  key: string;
  description: string;
  serviceCode: string;
  kelurahanCode: string;
  address: string;
  answers: Record<string, string>;
}

export function newChild(): ChildDraft {
  return { key: crypto.randomUUID(), description: '', serviceCode: '', kelurahanCode: '', address: '', answers: {} };
}

/** The name that the server has for a field of a child, and the id of its control. */
export function childField(index: number, name: string): string {
  return `children[${index}].${name}`;
}

/** What has to be asked because the part is of another service than the report, which answered the questions of its own. */
export function questionsOf(child: ChildDraft, report: ReportDetail, services: Service[]): Service['questions'] {
  if (!child.serviceCode || child.serviceCode === report.service.code) return [];
  return services.find((it) => it.code === child.serviceCode)?.questions ?? [];
}

export function missingInChildren(children: ChildDraft[]): FieldError[] {
  return children.flatMap((child, index) =>
    child.description.trim().length < descriptionMin
      ? [{ field: childField(index, 'description'), text: t('split.descriptionRequired', { number: index + 1 }) }]
      : [],
  );
}

/** The part as the server takes it. */
export function toChild({ description, serviceCode, kelurahanCode, address, answers }: ChildDraft): SplitChild {
  const given = Object.entries(answers).filter(([, value]) => value.trim());
  return {
    description: description.trim(),
    ...(serviceCode && { serviceCode }),
    ...(kelurahanCode && { kelurahanCode }),
    ...(address.trim() && { address: address.trim() }),
    ...(given.length > 0 && { answers: Object.fromEntries(given) }),
  };
}
