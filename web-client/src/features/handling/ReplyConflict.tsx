import { t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';

interface ReplyConflictProps {
  onReplace: () => void;
  onAppend: () => void;
  onKeep: () => void;
}

/** Asks what becomes of the words that stand in the field already. */
export function ReplyConflict({ onReplace, onAppend, onKeep }: ReplyConflictProps) {
  return (
    <Announcement tone="warn" role="alert">
      <p>{t('reply.typed')}</p>
      <div className="row">
        <button type="button" className="button quiet compact" onClick={onAppend}>
          {t('reply.append')}
        </button>
        <button type="button" className="button quiet compact" onClick={onReplace}>
          {t('reply.replace')}
        </button>
        <button type="button" className="text-button" onClick={onKeep}>
          {t('reply.keep')}
        </button>
      </div>
    </Announcement>
  );
}
