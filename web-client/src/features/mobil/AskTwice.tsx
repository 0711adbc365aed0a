import { useState } from 'react';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';

interface AskTwiceProps {
  ask: string;
  text: string;
  yes: string;
  onYes: () => Promise<void>;
}

/** A button that asks once more, for what it does cannot be undone. */
export function AskTwice({ ask, text, yes, onYes }: AskTwiceProps) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!isAsking)
    return (
      <button type="button" className="text-button" onClick={() => setAsking(true)}>
        {ask}
      </button>
    );
  return (
    <Notice tone="warn" role="alert">
      <p>{text}</p>
      <div className="row">
        <button
          type="button"
          className="button compact"
          aria-disabled={isBusy}
          onClick={async () => {
            if (isBusy) return;
            setBusy(true);
            await onYes();
            setBusy(false);
            setAsking(false);
          }}
        >
          {yes}
        </button>
        <button type="button" className="text-button" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
    </Notice>
  );
}
