import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

interface SelectionBarProps {
  count: number;
  onAll: () => void;
  onBulk: () => void;
  onClear: () => void;
}

/** What can be done with the ticked rows; it stays in sight at the foot of the queue. */
export function SelectionBar({ count, onAll, onBulk, onClear }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <fieldset className="selection-bar">
      <legend className="visually-hidden">{t('bulk.selection')}</legend>
      <p role="status">{t('bulk.ticked', { count })}</p>
      <button type="button" className="button compact" aria-keyshortcuts="m" onClick={onBulk}>
        {t('bulk.begin')}
      </button>
      <button type="button" className="text-button" onClick={onAll}>
        {t('bulk.all')}
      </button>
      <button type="button" className="text-button" aria-label={t('bulk.clear')} onClick={onClear}>
        <Icon name="close" />
      </button>
    </fieldset>
  );
}
