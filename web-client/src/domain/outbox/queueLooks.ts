import type { MessageKey } from '../../i18n/t';
import type { IconName } from '../../ui/Icon';
import type { QueuedReport } from './outboxStore';

interface QueueLook {
  text: MessageKey;
  icon: IconName;
  tone: 'info' | 'ok' | 'warn' | 'err' | 'plain';
}

/** Word, drawing and tone of each state: never the colour alone. */
export const queueLooks: Record<QueuedReport['state'], QueueLook> = {
  waiting: { text: 'outboxHere.waiting', icon: 'clock', tone: 'warn' },
  sending: { text: 'outboxHere.sending', icon: 'share', tone: 'info' },
  sent: { text: 'outboxHere.sent', icon: 'check', tone: 'ok' },
  returned: { text: 'outboxHere.returned', icon: 'warning', tone: 'err' },
  aside: { text: 'outboxHere.aside', icon: 'pen', tone: 'plain' },
};
