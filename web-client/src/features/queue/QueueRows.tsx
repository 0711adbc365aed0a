import { type RefObject, useEffect, useRef } from 'react';
import type { QueueItem } from '../../api/types';
import { QueueRow } from './QueueRow';
import { useWindow } from './useWindow';

const nearEnd = 30; // rows before the end of what was read: there is time to read on

export interface Rows {
  /** Brings a row into sight, drawn or not. */
  reveal: (index: number) => void;
}

interface QueueRowsProps {
  items: QueueItem[];
  /** Nothing more is to come. */
  isWhole: boolean;
  /** The filters in the address, which an opened report keeps. */
  search: string;
  selected: string | undefined;
  ownAgency: string | undefined;
  isTicked: (id: string) => boolean;
  isGone: (id: string) => boolean;
  onTick: ((item: QueueItem) => void) | undefined;
  onNearEnd: () => void;
  rows: RefObject<Rows | null>;
}

/** The rows in sight of a list of any length. Scrolling draws these anew, and nothing else of the queue. */
export function QueueRows(props: QueueRowsProps) {
  const { items, isWhole, search, selected, ownAgency, isTicked, isGone, onTick, onNearEnd, rows } = props;
  const list = useRef<HTMLOListElement>(null);
  const { first, last, rowHeight, reveal } = useWindow(list, items.length);
  rows.current = { reveal };

  useEffect(() => {
    if (last > items.length - nearEnd) onNearEnd();
  }, [last, items.length, onNearEnd]);

  return (
    <ol
      className="queue-list"
      ref={list}
      style={{ paddingTop: `${first * rowHeight}px`, paddingBottom: `${(items.length - last) * rowHeight}px` }}
    >
      {items.slice(first, last).map((item, index) => (
        <QueueRow
          key={item.id}
          item={item}
          search={search}
          position={first + index + 1}
          count={isWhole ? items.length : -1}
          ownAgency={ownAgency}
          isSelected={item.id === selected}
          isTicked={isTicked(item.id)}
          isGone={isGone(item.id)}
          onTick={onTick}
        />
      ))}
    </ol>
  );
}
