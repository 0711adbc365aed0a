import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { throughSignIn } from '../../../api/account';

/** What the acts on an admin's things have in common. */
export function useActs() {
  const queries = useQueryClient();
  const sent = useRef({ body: '', key: '' });
  return {
    /** Does it, through a session that ended meanwhile; whatever came of it, what is shown is read again. */
    acted: async <Data>(act: () => Promise<Data>): Promise<Data> => {
      try {
        return await throughSignIn(act);
      } finally {
        await queries.invalidateQueries({ queryKey: ['admin'] });
      }
    },
    /** The `Idempotency-Key` of a new thing: the same again, after a lost answer, is the same one. */
    keyOf: (thing: object): string => {
      const body = JSON.stringify(thing);
      if (sent.current.body !== body) sent.current = { body, key: crypto.randomUUID() };
      return sent.current.key;
    },
  };
}
