import type { DeliveryState, NewWebhook, WebhookChanges, WebhookEntry } from '../../../api/types';
import { lookUp } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import type { Stored } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';

/** What a webhook can hear of, as the server names it. */
export const eventTypes = [
  'report.submitted',
  'report.routed',
  'report.returned',
  'report.reopened',
  'report.status_changed',
  'report.rated',
  'report.noted',
  'report.deadline_changed',
  'report.merged',
  'report.absorbed',
  'report.separated',
  'report.released',
  'report.split',
  'report.handed_over',
  'report.hand_over_acknowledged',
  'report.hand_over_unanswered',
  'report.work_linked',
  'report.work_moved',
  'report.work_unlinked',
];

export const deliveryStates: DeliveryState[] = ['pending', 'delivered', 'dead', 'withheld'];

export interface WebhookValues {
  /** The `client_id` of whom it is for; it never changes. */
  client: string;
  name: string;
  url: string;
  /** Of each of the three, empty for all. */
  events: string[];
  agencies: string[];
  services: string[];
  noticeEmail: string;
  enabled: boolean;
}

export const newWebhook: Stored<WebhookValues> = {
  version: 0,
  values: { client: '', name: '', url: '', events: [], agencies: [], services: [], noticeEmail: '', enabled: true },
};

export function storedWebhook(webhook: WebhookEntry): Stored<WebhookValues> {
  const { client, name, url, events, agencies, services, noticeEmail, state } = webhook;
  return {
    version: webhook.version,
    values: {
      client,
      name,
      url,
      events: events ?? [],
      agencies: agencies ?? [],
      services: services ?? [],
      noticeEmail: noticeEmail ?? '',
      enabled: state === 'active',
    },
  };
}

export function sentChanges({ client: _, ...values }: WebhookValues): WebhookChanges {
  return {
    ...values,
    url: values.url.trim(),
    events: someOrAll(values.events),
    agencies: someOrAll(values.agencies),
    services: someOrAll(values.services),
    noticeEmail: values.noticeEmail.trim() || null,
  };
}

export function sentWebhook(values: WebhookValues): NewWebhook {
  const { enabled: _, ...settings } = sentChanges(values);
  return { ...settings, client: values.client };
}

const someOrAll = (picked: string[]) => (picked.length > 0 ? picked : null);

/** The name that its owner gave it, or where it leads. */
export function webhookName({ name, url }: Pick<WebhookEntry, 'name' | 'url'>): string {
  return name || (URL.canParse(url) ? new URL(url).host : url);
}

/** `report.handed_over` is told as the history tells `handedOver`. */
export function eventText(type: string): string {
  const word = type.replace(/^\w+\./, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return lookUp(`webhook.event.${word}`) ?? lookUp(`event.${word}`) ?? type;
}

/** An instant as an `input` of type datetime-local has it, in Kediri. */
export function kediriInput(iso: string): string {
  return new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 16);
}

/** The instant that was typed there; null for nothing. */
export function fromKediri(typed: string): string | null {
  return typed ? `${typed}:00+07:00` : null;
}

export function webhookLooks(
  agencyName: (code: string) => string,
  serviceName: (code: string) => string,
): FieldLooks<WebhookValues> {
  const all = (names: string[]) => names.join(', ') || ta('webhook.all');
  return {
    client: { label: ta('webhook.client') },
    name: { label: ta('client.name') },
    url: { label: ta('webhook.url') },
    events: { label: ta('webhook.events'), show: (it) => all(it.map(eventText)) },
    agencies: { label: ta('client.agencies'), show: (it) => all(it.map(agencyName)) },
    services: { label: ta('webhook.services'), show: (it) => all(it.map(serviceName)) },
    noticeEmail: { label: ta('webhook.noticeEmail') },
    enabled: { label: ta('webhook.enabled') },
  };
}
