import { t } from '../i18n/t';
import { CopyButton } from './CopyButton';
import { Icon } from './Icon';

/** Copies an address, or hands it to the phone's own ways of sharing. */
export function LinkActions({ link, title }: { link: string; title: string }) {
  return (
    <div className="row">
      <CopyButton text={link} label={t('link.copy')} />
      {'share' in navigator && (
        <button
          type="button"
          className="button quiet"
          // dismissing the sheet rejects: nothing to tell
          onClick={() => navigator.share({ title, url: link }).catch(() => undefined)}
        >
          <Icon name="share" />
          {t('link.share')}
        </button>
      )}
    </div>
  );
}
