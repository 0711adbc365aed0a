import { useState } from 'react';
import { type ChildDraft, newChild } from './duplicates/splitting';

/** What an officer has typed for one report and not yet sent. */
export interface AnswerDraft {
  publicNote: string;
  internalNote: string;
  reason: string;
  plannedFor: string;
  attachmentIds: string[];
  /** PDFs for colleagues. */
  documentIds: string[];
  agencyCode: string;
  /** Whom an officer asks to take over what is not the city's: an agency that it knows, or another by name, and how they are reached. */
  receiverCode: string;
  receiverName: string;
  receiverContact: string;
  /** The parts that are to become reports of their own. */
  children: ChildDraft[];
}

export const emptyAnswer: AnswerDraft = {
  publicNote: '',
  internalNote: '',
  reason: '',
  plannedFor: '',
  attachmentIds: [],
  documentIds: [],
  agencyCode: '',
  receiverCode: '',
  receiverName: '',
  receiverContact: '',
  children: [newChild()],
};

// outlives the panel, so that a look at another report costs no text; gone with the tab, for it may hold personal data
const drafts = new Map<string, AnswerDraft>();

/** What was typed has been sent. */
export function forgetAnswerDraft(reportId: string): void {
  drafts.delete(reportId);
}

export function useAnswerDraft(reportId: string) {
  const [draft, setDraft] = useState(() => drafts.get(reportId) ?? emptyAnswer);
  const update = (change: Partial<AnswerDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...change };
      drafts.set(reportId, next);
      return next;
    });
  const clear = () => {
    drafts.delete(reportId);
    setDraft(emptyAnswer);
  };
  return { draft, update, clear };
}
