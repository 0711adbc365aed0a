import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

/** Tells that reports came in, and lets them into the list when the reader is ready for them. */
export function NewsButton({ count, onClick }: { count: number; onClick: () => void }) {
  return (
    <div role="status">
      {count > 0 && (
        <button type="button" className="queue-news" aria-keyshortcuts="r" onClick={onClick}>
          <Icon name="inbox" />
          {t('queue.news', { count })}
        </button>
      )}
    </div>
  );
}
