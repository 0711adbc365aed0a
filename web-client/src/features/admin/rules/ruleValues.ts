import type { AgencyEntry, NewRoutingRule, NewRuleChange, RoutingRuleEntry, ServiceEntry } from '../../../api/types';
import { day } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { lastDay, today, validUntil } from './days';

/** A rule as the form holds it. */
export interface RuleValues {
  serviceCode: string;
  /** `question=value`, empty for every answer. */
  answer: string;
  /** Code of a kelurahan or kecamatan, empty for the whole city. */
  placeCode: string;
  target: NewRoutingRule['target'];
  agencyCode: string;
  validFrom: string;
  /** Empty for no end. */
  lastDay: string;
  basis: string;
}

export function newRule(serviceCode = ''): RuleValues {
  return {
    serviceCode,
    answer: '',
    placeCode: '',
    target: 'agency',
    agencyCode: '',
    validFrom: today(),
    lastDay: '',
    basis: '',
  };
}

/** What an existing rule says, to begin with. */
export function valuesOf(rule: RoutingRuleEntry): RuleValues {
  return {
    serviceCode: rule.service.code,
    answer: rule.answer ? `${rule.answer.questionCode}=${rule.answer.value}` : '',
    placeCode: rule.kelurahan?.code ?? rule.kecamatan?.code ?? '',
    target: rule.target,
    agencyCode: rule.agency?.code ?? '',
    validFrom: rule.state === 'coming' ? rule.validFrom : today(),
    lastDay: lastDay(rule.validUntil),
    basis: rule.basis ?? '',
  };
}

export function sentRule(values: RuleValues, agencies: AgencyEntry[]): NewRoutingRule {
  const [questionCode = null, answerValue = null] = values.answer ? values.answer.split('=') : [];
  const isKecamatan = agencies.some((it) => it.code === values.placeCode && it.kind === 'kecamatan');
  return {
    serviceCode: values.serviceCode,
    questionCode,
    answerValue,
    kelurahanCode: values.placeCode && !isKecamatan ? values.placeCode : null,
    kecamatanCode: isKecamatan ? values.placeCode : null,
    target: values.target,
    agencyCode: values.target === 'agency' ? values.agencyCode : null,
    validFrom: values.validFrom,
    validUntil: validUntil(values.lastDay),
    basis: values.basis.trim() || null,
  };
}

/** Who handles it, in words. */
export function targetText(target: NewRoutingRule['target'], agency: string | undefined): string {
  return target === 'agency' ? (agency ?? '–') : ta(`rule.to.${target}`);
}

/** "sejak 1 Januari 2025", "1 Januari 2025 – 31 Desember 2026" */
export function periodText(from: string, until: string | null | undefined): string {
  return until ? `${day(from)} – ${day(lastDay(until))}` : ta('rule.since', { day: day(from) });
}

interface Known {
  rules: RoutingRuleEntry[];
  services: ServiceEntry[];
  agencies: AgencyEntry[];
}

/** A gathered change as two lines: what it is about, and what becomes of it. */
export function changeTexts(
  change: NewRuleChange,
  { rules, services, agencies }: Known,
): { about: string; what: string } {
  const old = rules.find((it) => it.id === change.ruleId);
  const rule = change.rule;
  const nameOf = (code: string | null | undefined) => agencies.find((it) => it.code === code)?.shortName;
  const about = rule
    ? [
        services.find((it) => it.code === rule.serviceCode)?.name ?? rule.serviceCode,
        rule.answerValue,
        nameOf(rule.kelurahanCode ?? rule.kecamatanCode),
      ]
    : [old?.service.name, old?.answer?.text, old?.kelurahan?.name ?? old?.kecamatan?.name];
  const wasTo = old ? targetText(old.target, old.agency?.name) : '';
  const what =
    rule && (change.kind === 'add' || change.kind === 'change')
      ? `${targetText(rule.target, nameOf(rule.agencyCode))}, ${periodText(rule.validFrom, rule.validUntil)}`
      : change.kind === 'remove'
        ? ta('rule.removed', { to: wasTo })
        : change.validUntil
          ? ta('rule.endedOn', { to: wasTo, day: day(lastDay(change.validUntil)) })
          : ta('rule.endless', { to: wasTo });
  return { about: about.filter(Boolean).join(' · '), what };
}
