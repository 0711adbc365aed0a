import type { Status } from '../../api/types';
import { relative, shortDay } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Icon, type IconName } from '../../ui/Icon';

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
    return <Due tone="plain" icon="calendar" said={t('queue.waits')} text={shortDay(dueAt)} />;
  const left = Date.parse(dueAt) - now;
  if (left < 0) return <Due tone="err" icon="warning" said={t('queue.overdueOnly')} text={relative(dueAt, now)} />;
  return left < soon ? (
    <Due tone="warn" icon="clock" said={t('queue.due')} text={relative(dueAt, now)} />
  ) : (
    <Due tone="plain" icon="calendar" said={t('queue.due')} text={shortDay(dueAt)} />
  );
}

interface DueProps {
  tone: 'plain' | 'warn' | 'err';
  icon: IconName;
  /** What the time is: seen as the drawing, and spoken. */
  said: string;
  text: string;
}

function Due({ tone, icon, said, text }: DueProps) {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} />
      <span className="visually-hidden">{said} </span>
      {text}
    </span>
  );
}
