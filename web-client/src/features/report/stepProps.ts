import type { Service } from '../../api/types';
import type { Draft } from '../../domain/draft';
import type { UpdateDraft } from './useDraft';

/** What each question gets: the draft, the way to change it, and the problem text of each of its fields. */
export interface StepProps {
  draft: Draft;
  update: UpdateDraft;
  service: Service | undefined;
  problems: Record<string, string | undefined>;
}
