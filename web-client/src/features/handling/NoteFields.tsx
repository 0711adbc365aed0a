import type { Move } from '../../api/types';
import { t } from '../../i18n/t';
import { TextArea } from '../../ui/TextArea';
import type { AnswerDraft } from './useAnswerDraft';

interface NoteFieldsProps {
  demands: Move['demands'];
  draft: AnswerDraft;
  update: (change: Partial<AnswerDraft>) => void;
  problems: Record<string, string>;
}

/** Words for the reporter, and words for colleagues. */
export function NoteFields({ demands, draft, update, problems }: NoteFieldsProps) {
  return (
    <>
      <TextArea
        id="publicNote"
        label={t(demands.includes('publicNote') ? 'handling.publicNote' : 'handling.publicNoteOptional')}
        hint={t('handling.publicNoteHint')}
        problem={problems.publicNote}
        rows={3}
        value={draft.publicNote}
        onChange={(publicNote) => update({ publicNote })}
      />
      <TextArea
        id="internalNote"
        label={t(demands.includes('internalNote') ? 'handling.internalNote' : 'handling.internalNoteOptional')}
        hint={t('handling.internalNoteHint')}
        problem={problems.internalNote}
        rows={2}
        value={draft.internalNote}
        onChange={(internalNote) => update({ internalNote })}
      />
    </>
  );
}

/** What was written, as the server takes it: nothing for a field left blank. */
export function saidIn(draft: AnswerDraft): { publicNote?: string; internalNote?: string } {
  const [publicNote, internalNote] = [draft.publicNote.trim(), draft.internalNote.trim()];
  return { ...(publicNote && { publicNote }), ...(internalNote && { internalNote }) };
}
