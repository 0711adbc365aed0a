import type { Status } from '../api/types';
import { Icon } from '../ui/Icon';
import { statusLooks, statusText } from './status';

export function StatusBadge({ status }: { status: Status }) {
  const look = statusLooks[status];
  return (
    <span className={`badge ${look.tone}`}>
      <Icon name={look.icon} />
      {statusText(status)}
    </span>
  );
}
