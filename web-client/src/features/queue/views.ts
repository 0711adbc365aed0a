import { useState } from 'react';
import { type Filters, readFilters, writeFilters } from './filters';

/** A way of looking at the queue that somebody gave a name. */
export interface View {
  name: string;
  /** As it stands in the address. */
  search: string;
}

const storageKey = 'saringan';
const most = 12;

/** Kept on this device: it holds no more than names of units, services and search words. */
export function useViews() {
  const [views, setViews] = useState(readViews);
  const keep = (next: View[]) => {
    setViews(next);
    localStorage.setItem(storageKey, JSON.stringify(next));
  };
  return {
    views,
    /** A second one of the same name takes the place of the first. */
    save: (name: string, filters: Filters) =>
      keep(
        [...views.filter((it) => it.name !== name), { name, search: writeFilters(filters).toString() }].slice(-most),
      ),
    remove: (name: string) => keep(views.filter((it) => it.name !== name)),
  };
}

export function filtersOf(view: View): Filters {
  return readFilters(new URLSearchParams(view.search));
}

function readViews(): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(it: unknown): it is View {
  return (
    typeof it === 'object' &&
    it !== null &&
    'name' in it &&
    'search' in it &&
    typeof it.name === 'string' &&
    typeof it.search === 'string'
  );
}
