import type { IndicatorEntry, IndicatorVersion, NewIndicator } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import type { Stored } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';

/** An indicator as the form holds it: numbers as typed. */
export interface IndicatorValues {
  code: string;
  name: string;
  nameEn: string;
  definition: string;
  definitionEn: string;
  group: NewIndicator['group'];
  numerator: NewIndicator['numerator'];
  denominator: NewIndicator['denominator'];
  unit: NewIndicator['unit'];
  aim: NewIndicator['aim'];
  target: string;
  tolerance: string;
  rank: string;
  retired: boolean;
}

export const groups: NewIndicator['group'][] = ['conformity', 'deviation', 'benefit'];

export const measures: NewIndicator['numerator'][] = [
  'works',
  'worksComplete',
  'worksDue',
  'worksOnTime',
  'worksHandedOver',
  'worksAsLarge',
  'worksWithinBudget',
  'planChanges',
  'plannedMoney',
  'realisedMoney',
  'worksExamined',
  'worksWithoutFinding',
  'findingsDue',
  'findingsAnsweredInTime',
  'plannedBeneficiaries',
  'reachedBeneficiaries',
  'linkedReports',
  'linkedReportsResolved',
  'ratings',
  'stars',
];

export const newIndicator: Stored<IndicatorValues> = {
  version: 0,
  values: {
    code: '',
    name: '',
    nameEn: '',
    definition: '',
    definitionEn: '',
    group: 'conformity',
    numerator: 'worksComplete',
    denominator: 'works',
    unit: 'percent',
    aim: 'higher',
    target: '',
    tolerance: '0',
    rank: '0',
    retired: false,
  },
};

export function storedIndicator({ code, current }: IndicatorEntry): Stored<IndicatorValues> {
  return { version: current.version, values: valuesOf(code, current) };
}

export function valuesOf(code: string, it: IndicatorVersion): IndicatorValues {
  const { name, definition, group, numerator, denominator, unit, aim, retired } = it;
  return {
    code,
    name,
    nameEn: it.nameEn ?? '',
    definition,
    definitionEn: it.definitionEn ?? '',
    group,
    numerator,
    denominator,
    unit,
    aim,
    target: String(it.target),
    tolerance: String(it.tolerance),
    rank: String(it.rank),
    retired,
  };
}

/** Numbers may be typed with the comma of Indonesian; what is none is told by the server as out of range. */
export function sentIndicator({ code: _, ...values }: IndicatorValues): NewIndicator {
  return {
    ...values,
    nameEn: values.nameEn.trim() || null,
    definitionEn: values.definitionEn.trim() || null,
    target: figure(values.target),
    tolerance: figure(values.tolerance),
    rank: Math.trunc(figure(values.rank)),
  };
}

function figure(typed: string): number {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || Number.isNaN(value) ? -1 : value;
}

export function indicatorLooks(): FieldLooks<IndicatorValues> {
  return {
    code: { label: ta('indicator.code') },
    name: { label: ta('indicator.name') },
    nameEn: { label: ta('indicator.nameEn') },
    definition: { label: ta('indicator.definition') },
    definitionEn: { label: ta('indicator.definitionEn') },
    group: { label: ta('indicator.group'), show: (it) => ta(`indicator.group.${it}`) },
    numerator: { label: ta('indicator.numerator'), show: (it) => ta(`measure.${it}`) },
    denominator: { label: ta('indicator.denominator'), show: (it) => ta(`measure.${it}`) },
    unit: { label: ta('indicator.unit'), show: (it) => ta(`indicator.unit.${it}`) },
    aim: { label: ta('indicator.aim'), show: (it) => ta(`indicator.aim.${it}`) },
    target: { label: ta('indicator.target') },
    tolerance: { label: ta('indicator.tolerance') },
    rank: { label: ta('indicator.rank') },
    retired: { label: ta('indicator.retired') },
  };
}
