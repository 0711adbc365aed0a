import { t } from '../../i18n/t';

interface RetryButtonProps {
  /** What is tried again, for those who hear the button without its row. */
  what: string;
  isBusy: boolean;
  onClick: () => void;
}

export function RetryButton({ what, isBusy, onClick }: RetryButtonProps) {
  return (
    <button
      type="button"
      className="button quiet compact"
      aria-disabled={isBusy}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      {t('common.retry')}
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
