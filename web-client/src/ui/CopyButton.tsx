import { useState } from 'react';
import { t } from '../i18n/t';
import { Icon } from './Icon';

/** Puts `text` into the clipboard. Not there where the browser gives no page one, as without https. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  return (
    <button
      type="button"
      className="button quiet"
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <Icon name={isCopied ? 'check' : 'copy'} />
      <span aria-live="polite">{isCopied ? t('link.copied') : label}</span>
    </button>
  );
}
