import type { Move, ReportDetail, Status } from '../../api/types';
import { t } from '../../i18n/t';
import { TextArea } from '../../ui/TextArea';
import { ReplyPicker } from './ReplyPicker';
import type { AnswerDraft } from './useAnswerDraft';

interface NoteFieldsProps {
  report: ReportDetail;
  /** The status in which the reporter will read it. */
  to: Status;
  demands: Move['demands'];
  draft: AnswerDraft;
  update: (change: Partial<AnswerDraft>) => void;
  problems: Record<string, string>;
}

/** Words for the reporter, begun by a template if one suits, and words for colleagues. */
export function NoteFields({ report, to, demands, draft, update, problems }: NoteFieldsProps) {
  return (
    <>
      <ReplyPicker
        reportId={report.id}
        to={to}
        text={draft.publicNote}
        onPick={(publicNote) => {
          update({ publicNote });
          document.getElementById('publicNote')?.focus();
        }}
      />
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

/** The ids of the PDFs that go along, and of those photos; nothing when there are none. */
export function attachedTo(draft: AnswerDraft, photoIds: string[] = []): { attachmentIds?: string[] } {
  const attachmentIds = [...photoIds, ...draft.documentIds];
  return attachmentIds.length > 0 ? { attachmentIds } : {};
}

/** What was written, as the server takes it: nothing for a field left blank. */
export function saidIn(draft: AnswerDraft): { publicNote?: string; internalNote?: string } {
  const [publicNote, internalNote] = [draft.publicNote.trim(), draft.internalNote.trim()];
  return { ...(publicNote && { publicNote }), ...(internalNote && { internalNote }) };
}
