import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import { keepSession } from '../../domain/reportKey';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';

interface OpenLinkProps {
  token: string;
  onOpened: () => void;
  /** It opens nothing any more; back to asking. */
  onDropped: () => void;
}

/** Uses the link up upon a tap and not by itself: mail programs open what they show, to look for harm in it. */
export function OpenLink({ token, onOpened, onDropped }: OpenLinkProps) {
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const open = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      keepSession(await unwrap(api.POST('/api/v1/own-reports/session', { body: { token } })));
      onOpened();
    } catch (cause) {
      setProblem(cause);
      setBusy(false);
    }
  };

  return (
    <div className="stack">
      <Heading title={t('own.openTitle')} />
      <p>{t('own.openText')}</p>
      {problem !== undefined && (
        <Notice tone="err" role="alert">
          <p>{problemText(problem)}</p>
          <button type="button" className="text-button" onClick={onDropped}>
            {t('own.askAgain')}
          </button>
        </Notice>
      )}
      <button type="button" className="button wide" aria-disabled={isBusy} onClick={open}>
        {t(isBusy ? 'own.opening' : 'own.open')}
      </button>
    </div>
  );
}
