import { useCallback, useMemo, useState } from 'react';
import type { QueueItem } from '../../api/types';

/** As many as one batch may change. */
const mostTicked = 200;

/** The rows that are ticked to be changed together, each in the version that was seen. */
export function useSelection() {
  const [ticked, setTicked] = useState<ReadonlyMap<string, QueueItem>>(new Map());
  const toggle = useCallback(
    (item: QueueItem) =>
      setTicked((before) => {
        const next = new Map(before);
        if (!next.delete(item.id) && next.size < mostTicked) next.set(item.id, item);
        return next;
      }),
    [],
  );
  return useMemo(
    () => ({
      items: [...ticked.values()],
      has: (id: string) => ticked.has(id),
      toggle,
      all: (items: QueueItem[]) => setTicked(new Map(items.slice(0, mostTicked).map((it) => [it.id, it]))),
      clear: () => setTicked((before) => (before.size === 0 ? before : new Map())),
    }),
    [ticked, toggle],
  );
}

export type Selection = ReturnType<typeof useSelection>;
