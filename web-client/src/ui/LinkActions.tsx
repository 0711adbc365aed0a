import { useState } from 'react';
import { t } from '../i18n/t';
import { Icon } from './Icon';

/** Copies an address, or hands it to the phone's own ways of sharing. */
export function LinkActions({ link, title }: { link: string; title: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="row">
      <button
        type="button"
        className="button quiet"
        onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span aria-live="polite">{t(isCopied ? 'link.copied' : 'link.copy')}</span>
      </button>
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
