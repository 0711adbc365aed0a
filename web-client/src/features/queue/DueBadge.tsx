import type { Status } from '../../api/types';
import { relative, shortDay } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

const soon = 24 * 3_600_000; // ms

interface DueBadgeProps {
  dueAt: string | null;
  status: Status;
  now?: number;
}

/** How much time is left, in words and with a drawing: the colour only repeats them. What waits for the reporter says so. */
export function DueBadge({ dueAt, status, now = Date.now() }: DueBadgeProps) {
  if (dueAt === null) return null;
  if (status === 'resolved' || status === 'needsInformation')
    return (
      <span className="badge plain">
        <Icon name="calendar" />
        {t('queue.waits', { day: shortDay(dueAt) })}
      </span>
    );
  const left = Date.parse(dueAt) - now;
  if (left < 0)
    return (
      <span className="badge err">
        <Icon name="warning" />
        {t('queue.overdueSince', { since: relative(dueAt, now) })}
      </span>
    );
  return (
    <span className={left < soon ? 'badge warn' : 'badge plain'}>
      <Icon name={left < soon ? 'clock' : 'calendar'} />
      {left < soon ? t('queue.dueSoon', { when: relative(dueAt, now) }) : t('queue.due', { day: shortDay(dueAt) })}
    </span>
  );
}
