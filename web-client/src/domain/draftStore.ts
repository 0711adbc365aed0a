import type { Draft } from './draft';
import { onPhone } from './phoneStore';

/** There is one draft; the outbox takes it away when it is sent, and brings it back when it was refused. */
export const draftKey = 'report';

/** The draft of an earlier visit, photos included. */
export function loadDraft(): Promise<Draft | undefined> {
  return onPhone(['draft'], 'readonly', ({ draft }) => draft.get(draftKey));
}

export async function saveDraft(content: Draft): Promise<void> {
  await onPhone(['draft'], 'readwrite', ({ draft }) => draft.put(content, draftKey));
}

export async function clearDraft(): Promise<void> {
  await onPhone(['draft'], 'readwrite', ({ draft }) => draft.delete(draftKey));
}
