import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { Reply, Status } from '../../api/types';
import { t } from '../../i18n/t';
import { ReplyConflict } from './ReplyConflict';

interface ReplyPickerProps {
  reportId: string;
  to: Status;
  /** What stands in the field now. */
  text: string;
  onPick: (text: string) => void;
}

/**
 * The replies that suit this move, to be read before one is taken. Words that the officer typed are replaced only when
 * the officer says so. Advice: without templates, or without an answer of the server, there is nothing to see.
 */
export function ReplyPicker({ reportId, to, text, onPick }: ReplyPickerProps) {
  const list = useRef<HTMLDetailsElement>(null);
  const [asked, setAsked] = useState<Reply>();
  const { data: replies = [] } = useQuery({
    queryKey: ['report', reportId, 'replies', to],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          api.GET('/api/v1/reports/{id}/replies', { params: { path: { id: reportId }, query: { to } }, signal }),
        )
      ).items,
  });

  const take = (words: string) => {
    setAsked(undefined);
    if (list.current) list.current.open = false;
    onPick(words);
  };
  const isTyped = text.trim() !== '' && !replies.some((it) => it.text === text);

  if (replies.length === 0) return null;
  return (
    <details className="replies" ref={list}>
      <summary>{t('reply.title', { count: replies.length })}</summary>
      <ul>
        {replies.map((reply) => (
          <li key={reply.id}>
            <button type="button" className="reply" onClick={() => (isTyped ? setAsked(reply) : take(reply.text))}>
              <strong>{reply.title}</strong>
              <span className="small">{reply.text}</span>
            </button>
            {asked?.id === reply.id && (
              <ReplyConflict
                onReplace={() => take(reply.text)}
                onAppend={() => take(`${text.trimEnd()}\n\n${reply.text}`)}
                onKeep={() => take(text)}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
