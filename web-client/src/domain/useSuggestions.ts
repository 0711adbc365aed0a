import { useEffect, useState } from 'react';
import { api, unwrap } from '../api/client';
import type { Suggestions } from '../api/types';

const pause = 400; // ms without typing before the server is asked
const shortest = 8; // characters: fewer say nothing about the kind

/** Up to three services that fit the words. Advice only: without network there is simply none. */
export function useSuggestions(text: string): Suggestions | undefined {
  const [suggestions, setSuggestions] = useState<Suggestions>();
  const words = text.trim();

  useEffect(() => {
    if (words.length < shortest) return setSuggestions(undefined);
    const gone = new AbortController();
    const timer = setTimeout(() => {
      unwrap(
        api.GET('/api/v1/services/suggest', {
          params: { query: { text: words.slice(0, 1000) } },
          signal: gone.signal,
        }),
      ).then(setSuggestions, () => undefined);
    }, pause);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [words]);

  return suggestions;
}
