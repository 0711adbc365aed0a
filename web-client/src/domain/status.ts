import type { Status, Step } from '../api/types';
import { type MessageKey, t } from '../i18n/t';
import type { IconName } from '../ui/Icon';

interface StatusLook {
  text: MessageKey;
  icon: IconName;
  tone: 'info' | 'ok' | 'warn' | 'plain';
}

/** Word, drawing and tone of each status: never the colour alone. */
export const statusLooks: Record<Status, StatusLook> = {
  submitted: { text: 'status.submitted', icon: 'inbox', tone: 'info' },
  needsInformation: { text: 'status.needsInformation', icon: 'question', tone: 'warn' },
  routed: { text: 'status.routed', icon: 'route', tone: 'info' },
  inProgress: { text: 'status.inProgress', icon: 'tool', tone: 'info' },
  planned: { text: 'status.planned', icon: 'calendar', tone: 'info' },
  resolved: { text: 'status.resolved', icon: 'check', tone: 'ok' },
  closed: { text: 'status.closed', icon: 'lock', tone: 'plain' },
};

export const statuses = Object.keys(statusLooks) as Status[];

/** The five steps that a citizen sees, in order. */
export const steps: Step[] = ['received', 'verified', 'inProgress', 'resolved', 'rated'];

/** Whether somebody still has to act, so that it can be joined with others of the same matter. */
export function isOpen(status: Status): boolean {
  return status !== 'resolved' && status !== 'closed';
}

export function statusText(status: Status): string {
  return t(statusLooks[status].text);
}

export function stepText(step: Step): string {
  return t(`step.${step}`);
}
