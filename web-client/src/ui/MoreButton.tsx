import { t } from '../i18n/t';

interface MoreButtonProps {
  isLoading: boolean;
  onClick: () => void;
}

/** Brings the next page of a list. */
export function MoreButton({ isLoading, onClick }: MoreButtonProps) {
  return (
    <button type="button" className="button quiet wide" aria-disabled={isLoading} onClick={onClick}>
      {t(isLoading ? 'common.loading' : 'common.more')}
    </button>
  );
}
