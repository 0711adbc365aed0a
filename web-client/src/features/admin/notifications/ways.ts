import type { NotificationRule } from '../../../api/types';

type Rule = NotificationRule;

/** Whom a message can reach, and how: what no medium leads to is not offered. As `Occasions.Voice` of the server has it. */
export const ways: { recipient: Rule['recipient']; medium: Rule['medium'] }[] = [
  { recipient: 'reporter', medium: 'email' },
  { recipient: 'reporter', medium: 'push' },
  { recipient: 'reporter', medium: 'whatsApp' },
  { recipient: 'followers', medium: 'push' },
  { recipient: 'officers', medium: 'email' },
  { recipient: 'head', medium: 'email' },
  { recipient: 'verifiers', medium: 'email' },
  { recipient: 'overseer', medium: 'email' },
  { recipient: 'inspectorate', medium: 'email' },
];

/** Every occasion that somebody may be told of: in the order of a report's life, then of what happens beside the reports. */
export const occasions: Rule['occasion'][] = [
  'received',
  'routed',
  'asked',
  'answered',
  'returned',
  'started',
  'planned',
  'resolved',
  'closed',
  'rejected',
  'notOurs',
  'withdrawn',
  'reopened',
  'noted',
  'workLinked',
  'workMoved',
  'handOverAcknowledged',
  'handOverUnanswered',
  'escalated',
  'digest',
  'unitAsked',
  'findingRecorded',
  'findingSerious',
  'findingEscalated',
  'carRequested',
  'alarmRaised',
  'ownReports',
];

export function wayKey(way: Pick<Rule, 'recipient' | 'medium'>): string {
  return `${way.recipient}.${way.medium}`;
}

/** What one occasion says to each way: a language, or nothing. */
export type Spoken = Record<string, '' | Rule['language']>;

export function spokenOn(occasion: string, rules: Rule[]): Spoken {
  const here = rules.filter((it) => it.occasion === occasion);
  return Object.fromEntries(
    ways.map((way) => [wayKey(way), here.find((it) => wayKey(it) === wayKey(way))?.language ?? '']),
  );
}

/** All rules, with those of this occasion as they are said now. */
export function rulesWith(occasion: Rule['occasion'], spoken: Spoken, rules: Rule[]): Rule[] {
  const own = ways.flatMap((way): Rule[] => {
    const language = spoken[wayKey(way)];
    return language ? [{ occasion, ...way, language }] : [];
  });
  return [...rules.filter((it) => it.occasion !== occasion), ...own];
}
