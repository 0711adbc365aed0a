import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, emptyDraft } from '../../domain/draft';
import { clearDraft, loadDraft, saveDraft } from '../../domain/draftStore';

/** Shows the change at once; the promise settles when the phone has kept it (or has refused to). */
export type UpdateDraft = (change: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => Promise<void>;

interface KeptDraft {
  /** Undefined until the phone has said whether there is one from an earlier visit. */
  draft: Draft | undefined;
  /** False where the browser forbids storage: the draft will not survive closing the page. */
  isKept: boolean;
  update: UpdateDraft;
  discard: () => void;
}

/** The report being written, saved on the phone with every change. */
export function useDraft(): KeptDraft {
  const [draft, setDraft] = useState<Draft>();
  const [isKept, setKept] = useState(true);
  // what was written last, for changes that arrive between two renderings (uploads finish when they like)
  const current = useRef(emptyDraft);

  useEffect(() => {
    loadDraft()
      .catch(() => {
        setKept(false);
        return undefined;
      })
      .then((found) => {
        current.current = { ...emptyDraft, ...found };
        setDraft(current.current);
      });
  }, []);

  const update = useCallback<UpdateDraft>((change) => {
    const before = current.current;
    const next = { ...before, ...(typeof change === 'function' ? change(before) : change) };
    current.current = next;
    setDraft(next);
    return saveDraft(next).catch(() => setKept(false));
  }, []);

  const discard = useCallback(() => {
    current.current = emptyDraft;
    setDraft(emptyDraft);
    clearDraft().catch(() => setKept(false));
  }, []);

  return { draft, isKept, update, discard };
}
