import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNews } from '../../api/live';
import { patchRow, rereadQueue, rowOf } from '../../api/queueCache';
import { reportQuery } from '../../api/report';
import type { QueueItem } from '../../api/types';

const calm = 1_500; // ms: many changes at once are counted once

/**
 * What happens while somebody works: a row in the list is brought up to date where it stands, one that left is marked, and new
 * ones are only counted until they are asked for.
 */
export function useQueueNews(items: QueueItem[]) {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const recount = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ['counts'] }), calm);
  };

  useNews((news) => {
    recount();
    if (news.kind === 'everything') {
      // whoever has scrolled or begun to tick keeps the rows, and is told
      if (items.length <= 100) void rereadQueue(queries);
      return;
    }
    const row = items.find((it) => it.id === news.id);
    if (news.kind === 'gone') {
      setGone((before) => new Set([...before, news.id]));
      setFresh((before) => new Set([...before].filter((it) => it !== news.id)));
    } else if (row && row.version < news.version) void refresh(news.id);
    else if (!row) setFresh((before) => new Set([...before, news.id]));
  });

  const refresh = async (id: string) => {
    // under a key of its own: the open report is brought up to date when its reader is ready for it
    const seen = await queries
      .fetchQuery({ ...reportQuery(id), queryKey: ['row', id], staleTime: 0, gcTime: 0 })
      .catch(() => undefined);
    if (seen) patchRow(queries, id, rowOf(seen));
  };

  return {
    count: fresh.size,
    isGone: (id: string) => gone.has(id),
    clear: () => {
      setFresh(new Set());
      setGone(new Set());
    },
  };
}
