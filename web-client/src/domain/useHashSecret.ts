import { useSyncExternalStore } from 'react';
import { keptReports } from './keptReports';
import { sessionHere } from './reportKey';

/** What opens the report's page: the fragment of its address, else what this phone has kept, else the session of this tab. */
export function useHashSecret(code: string | undefined): string | undefined {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return hash.slice(1) || (keptReports().find((it) => it.code === code)?.secret ?? sessionHere());
}

// wouter announces its own moves with these events; the others come from the browser
const events = ['hashchange', 'popstate', 'pushState', 'replaceState'];

function subscribe(changed: () => void): () => void {
  for (const event of events) addEventListener(event, changed);
  return () => {
    for (const event of events) removeEventListener(event, changed);
  };
}
