import { Link } from 'wouter';
import type { QueueItem } from '../../api/types';
import { StatusBadge } from '../../domain/StatusBadge';
import { relative } from '../../i18n/format';
import { DueBadge } from './DueBadge';

interface QueueRowProps {
  item: QueueItem;
  /** The filters in the address, which the opened report keeps. */
  search: string;
  isSelected: boolean;
}

export function QueueRow({ item, search, isSelected }: QueueRowProps) {
  return (
    <li id={`row-${item.id}`}>
      <Link
        href={`/laporan/${item.id}${search && `?${search}`}`}
        className="queue-row"
        aria-current={isSelected ? 'true' : undefined}
      >
        <strong>{item.service.name}</strong>
        <span className="queue-row-code small muted">{item.trackingCode}</span>
        <span className="queue-row-where small muted">
          {[item.kelurahan?.name, item.agency?.name, relative(item.submittedAt)].filter(Boolean).join(' · ')}
        </span>
        <span className="queue-row-badges">
          <DueBadge dueAt={item.dueAt} status={item.status} />
          <StatusBadge status={item.status} />
        </span>
      </Link>
    </li>
  );
}
