import type { NotificationRule, NotificationTemplate } from '../../../api/types';

type Rule = NotificationRule;

type Way = Pick<Rule, 'recipient' | 'medium'> & { voice: NotificationTemplate['voice'] };

/** Whom a message can reach, and how: what no medium leads to is not offered. As `Occasions.Voice` of the server has it. */
export const ways: Way[] = [
  { recipient: 'reporter', medium: 'email', voice: 'reporter' },
  { recipient: 'reporter', medium: 'push', voice: 'screen' },
  { recipient: 'reporter', medium: 'whatsApp', voice: 'chat' },
  { recipient: 'followers', medium: 'push', voice: 'follower' },
  { recipient: 'officers', medium: 'email', voice: 'staff' },
  { recipient: 'head', medium: 'email', voice: 'staff' },
  { recipient: 'verifiers', medium: 'email', voice: 'staff' },
  { recipient: 'overseer', medium: 'email', voice: 'staff' },
  { recipient: 'inspectorate', medium: 'email', voice: 'staff' },
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

/** The languages in which an occasion can be told this way: it needs words for them. */
export function languagesOf(occasion: string, way: Way, templates: NotificationTemplate[]): Rule['language'][] {
  return templates.filter((it) => it.occasion === occasion && it.voice === way.voice).map((it) => it.language);
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
  const own = ways.flatMap(({ recipient, medium }): Rule[] => {
    const language = spoken[wayKey({ recipient, medium })];
    return language ? [{ occasion, recipient, medium, language }] : [];
  });
  return [...rules.filter((it) => it.occasion !== occasion), ...own];
}
