import { memo } from 'react';
import { Link } from 'wouter';
import type { QueueItem, Status } from '../../api/types';
import { statusLooks } from '../../domain/status';
import { relative } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { DueBadge } from './DueBadge';
import './queueRow.css';

interface QueueRowProps {
  item: QueueItem;
  /** The filters in the address, which the opened report keeps. */
  search: string;
  /** From 1, in the whole list of which only a part is drawn. */
  position: number;
  /** How many there are; -1 while that is unknown. */
  count: number;
  /** The unit of the person at this desk, which need not be named. */
  ownAgency: string | undefined;
  isSelected: boolean;
  isTicked: boolean;
  /** It left this officer's sight since the list was read. */
  isGone: boolean;
  onTick: ((item: QueueItem) => void) | undefined;
}

/** One report of the queue, always of the same height: what matters first, the words it was told in, where it stands. */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { item, search, position, count, ownAgency, isSelected, isTicked, isGone, onTick } = props;
  const facts = [
    item.kelurahan?.name,
    item.agency && item.agency.code !== ownAgency && unitShort(item.agency),
    relative(item.submittedAt),
  ].filter(Boolean);
  return (
    <li
      id={`row-${item.id}`}
      className={`queue-item${isGone ? ' is-gone' : ''}${isSelected ? ' is-selected' : ''}`}
      aria-posinset={position}
      aria-setsize={count}
    >
      {onTick && (
        <label className="queue-tick">
          <input
            type="checkbox"
            checked={isTicked}
            aria-label={t('bulk.tick', { code: item.trackingCode })}
            onChange={() => onTick(item)}
          />
        </label>
      )}
      <Link
        href={`/laporan/${item.id}${search && `?${search}`}`}
        className="queue-row"
        aria-current={isSelected ? 'true' : undefined}
      >
        <span className="queue-row-top">
          <strong>{item.service.name}</strong>
          <DueBadge dueAt={item.dueAt} status={item.status} />
        </span>
        <span className="queue-row-words">{item.excerpt}</span>
        <span className="queue-row-foot small muted">
          <span className="queue-row-facts">
            {isGone ? t('queue.gone') : <RowStatus status={item.status} />}
            {` · ${facts.join(' · ')}`}
          </span>
          <span className="queue-row-code">{item.trackingCode}</span>
        </span>
      </Link>
    </li>
  );
});

function RowStatus({ status }: { status: Status }) {
  return (
    <span className={`row-status ${statusLooks[status].tone}`}>
      <Icon name={statusLooks[status].icon} />
      {t(`queue.tab.${status}`)}
    </span>
  );
}

/** A department goes by its short code; a kelurahan has only a number, and goes by its name. */
function unitShort(agency: { code: string; name: string }): string {
  return /^[A-Z]/.test(agency.code) ? agency.code : agency.name;
}
