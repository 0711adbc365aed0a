import { useEffect, useState } from 'react';
import { onOutboxChange, type QueuedReport, queuedReports } from './outboxStore';

/** What is in the outbox, as it changes; undefined until the phone has answered. */
export function useOutbox(): QueuedReport[] | undefined {
  const [items, setItems] = useState<QueuedReport[]>();
  useEffect(() => {
    const read = () => void queuedReports().then(setItems);
    read();
    return onOutboxChange(read);
  }, []);
  return items;
}
