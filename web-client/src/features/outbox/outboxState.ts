import type { OutboxState } from '../../api/types';
import { type MessageKey, t } from '../../i18n/t';
import type { IconName } from '../../ui/Icon';

interface StateLook {
  text: MessageKey;
  icon: IconName;
  tone: 'info' | 'ok' | 'warn' | 'err' | 'plain';
}

/** Word, drawing and tone of each state: never the colour alone. */
export const stateLooks: Record<OutboxState, StateLook> = {
  pending: { text: 'outbox.pending', icon: 'clock', tone: 'info' },
  kept: { text: 'outbox.kept', icon: 'inbox', tone: 'warn' },
  sent: { text: 'outbox.sent', icon: 'check', tone: 'ok' },
  dead: { text: 'outbox.dead', icon: 'warning', tone: 'err' },
  withheld: { text: 'outbox.withheld', icon: 'lock', tone: 'plain' },
};

export const outboxStates = Object.keys(stateLooks) as OutboxState[];

export function stateText(state: OutboxState): string {
  return t(stateLooks[state].text);
}
