import type { AnswerDraft } from './useAnswerDraft';
import type { Change } from './useChange';

export interface FormProps {
  draft: AnswerDraft;
  update: (change: Partial<AnswerDraft>) => void;
  isBusy: boolean;
  problem: unknown;
  onSubmit: (change: Change) => void;
}
