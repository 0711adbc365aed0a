import { useEffect, useState } from 'react';
import { type CarDraft, emptyDraft } from '../../domain/carWish/carDraft';

const storageKey = 'permintaan-mobil';

/** What is typed lives as long as the tab: it survives a reload, and nobody finds it on a borrowed phone. */
export function useCarDraft() {
  const [draft, setDraft] = useState<CarDraft>(stored);
  useEffect(() => {
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(draft));
    } catch {
      // it lives on in this page
    }
  }, [draft]);
  return {
    draft,
    update: (change: Partial<CarDraft>) => setDraft((before) => ({ ...before, ...change })),
    discard: () => setDraft(emptyDraft),
  };
}

function stored(): CarDraft {
  try {
    return { ...emptyDraft, ...JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') };
  } catch {
    return emptyDraft;
  }
}
