const storageKey = 'saya-juga';

// where storage is forbidden, a support can be taken back until the page is closed
const memory: Record<string, string> = {};

/** By report id, the random key under which this phone said "saya juga": it counts once, and takes it back. */
function keys(): Record<string, string> {
  try {
    return { ...memory, ...JSON.parse(localStorage.getItem(storageKey) ?? '{}') };
  } catch {
    return memory;
  }
}

export function supporterKey(reportId: string): string | undefined {
  return keys()[reportId];
}

export function keepSupporterKey(reportId: string, key: string): void {
  memory[reportId] = key;
  store(keys());
}

export function forgetSupporterKey(reportId: string): void {
  delete memory[reportId];
  const { [reportId]: _, ...others } = keys();
  store(others);
}

function store(kept: Record<string, string>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // see memory
  }
}
