import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What the server tells as it happens: ids and versions only. */
export type News =
  | { kind: 'report'; id: string; version: number }
  | { kind: 'gone'; id: string }
  /** Anything may have happened: read again what is on the screen. */
  | { kind: 'everything' };

export type LiveState = 'connecting' | 'live' | 'lost';

const channelName = 'kabar';
const kinds = ['report', 'gone'] as const;
const hands = ['pointerdown', 'keydown', 'wheel'] as const;
const patience = 15_000; // ms until a refused stream is asked for again

const attention = 10 * 60_000; // ms without a hand at the desk

let state: LiveState = 'connecting';
let lastTouch = Date.now();
let hasMissed = false;
const listeners = new Set<(news: News) => void>();
const watchers = new Set<() => void>();

function become(next: LiveState): void {
  if (state === next) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function tell(news: News): void {
  if (Date.now() - lastTouch > attention) {
    hasMissed = true;
    return;
  }
  for (const listener of listeners) listener(news);
}

/** What is read again because of news would keep the session of a desk that was left; whoever comes back is shown everything. */
function touch(): void {
  lastTouch = Date.now();
  if (hasMissed) tell({ kind: 'everything' });
  hasMissed = false;
}

/** Calls `hear` for everything that happens, while the component stands. */
export function useNews(hear: (news: News) => void): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    const listener = (news: News) => latest.current(news);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}

type Message = { news: News } | { state: LiveState };

/**
 * Keeps one stream for all tabs of this browser, which may have six connections to a site: whoever holds the lock listens and
 * passes on. `onRefused` is called when the server no longer lets this session listen.
 */
export function useLive(onRefused: () => void): void {
  const refused = useRef(onRefused);
  refused.current = onRefused;

  useEffect(() => {
    if (!('EventSource' in globalThis) || !('BroadcastChannel' in globalThis)) return;
    const tabs = new BroadcastChannel(channelName);
    const gone = new AbortController();
    tabs.onmessage = ({ data }: MessageEvent<Message>) => {
      if ('news' in data) tell(data.news);
      else become(data.state);
    };
    const pass = (message: Message) => {
      tabs.postMessage(message);
      tabs.onmessage?.(new MessageEvent('message', { data: message }));
    };
    const lead = () =>
      new Promise<void>((done) => {
        const stop = listen(pass, () => refused.current());
        gone.signal.addEventListener('abort', () => {
          stop();
          done();
        });
      });
    if (navigator.locks) void navigator.locks.request(channelName, { signal: gone.signal }, lead).catch(() => {});
    else void lead();
    for (const hand of hands) addEventListener(hand, touch, { passive: true });
    return () => {
      gone.abort();
      tabs.close();
      for (const hand of hands) removeEventListener(hand, touch);
    };
  }, []);
}

function listen(pass: (message: Message) => void, onRefused: () => void): () => void {
  let stream: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    stream = new EventSource('/api/v1/queue/events');
    // what happened before it stood open was not heard; after a break the stream itself tells what was missed
    let hasBegun = false;
    stream.addEventListener('ready', () => {
      pass({ state: 'live' });
      if (!hasBegun) pass({ news: { kind: 'everything' } });
      hasBegun = true;
    });
    stream.addEventListener('reset', () => pass({ news: { kind: 'everything' } }));
    for (const kind of kinds)
      stream.addEventListener(kind, ({ data }: MessageEvent<string>) => pass({ news: { kind, ...JSON.parse(data) } }));
    stream.onerror = () => {
      pass({ state: 'lost' });
      // the browser takes a broken stream up again by itself, but not one that was refused
      if (stream.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, patience);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
