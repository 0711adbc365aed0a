import type { ComponentType } from 'react';
import type { Permission } from '../../api/types';
import type { AdminKey } from '../../i18n/ta';
import type { IconName } from '../../ui/Icon';
import { AgencySection } from './agencies/AgencySection';
import { CalendarSection } from './calendar/CalendarSection';
import { ClientSection } from './clients/ClientSection';
import type { SectionProps } from './frame/section';
import { IndicatorSection } from './indicators/IndicatorSection';
import { NotificationSection } from './notifications/NotificationSection';
import { PeopleSection } from './people/PeopleSection';
import { ReplySection } from './replies/ReplySection';
import { RuleSection } from './rules/RuleSection';
import { ServiceSection } from './services/ServiceSection';
import { WebhookSection } from './webhooks/WebhookSection';

interface Section {
  /** Its place in the address, below `/admin`. */
  path: string;
  title: AdminKey;
  icon: IconName;
  /** Whoever holds one of these sees it. */
  anyOf: Permission[];
  view: ComponentType<SectionProps>;
}

/** What an admin keeps, in the order of the navigation. A new section is a line here. */
export const sections: Section[] = [
  { path: 'jenis', title: 'service.title', icon: 'file', anyOf: ['manageReferenceData'], view: ServiceSection },
  { path: 'aturan', title: 'rule.title', icon: 'route', anyOf: ['manageReferenceData'], view: RuleSection },
  { path: 'unit', title: 'agency.title', icon: 'inbox', anyOf: ['manageReferenceData'], view: AgencySection },
  { path: 'orang', title: 'person.title', icon: 'person', anyOf: ['manageAccounts'], view: PeopleSection },
  {
    path: 'kalender',
    title: 'calendar.title',
    icon: 'calendar',
    anyOf: ['manageReferenceData'],
    view: CalendarSection,
  },
  {
    path: 'pemberitahuan',
    title: 'notify.title',
    icon: 'bell',
    anyOf: ['manageReferenceData'],
    view: NotificationSection,
  },
  { path: 'balasan', title: 'reply.sectionTitle', icon: 'pen', anyOf: ['manageReferenceData'], view: ReplySection },
  {
    path: 'indikator',
    title: 'indicator.title',
    icon: 'chart',
    anyOf: ['manageReferenceData'],
    view: IndicatorSection,
  },
  { path: 'klien', title: 'client.title', icon: 'lock', anyOf: ['manageClients'], view: ClientSection },
  { path: 'webhook', title: 'webhook.title', icon: 'share', anyOf: ['manageWebhooks'], view: WebhookSection },
];
