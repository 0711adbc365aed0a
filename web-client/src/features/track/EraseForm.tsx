import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

interface EraseFormProps {
  code: string;
  secret: string;
  onErased: () => void;
}

/** Asks twice, for it cannot be undone. */
export function EraseForm({ code, secret, onErased }: EraseFormProps) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const erase = async () => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(
        api.DELETE('/api/v1/tracking/{trackingCode}/personal-data', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
        }),
      );
      onErased();
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };

  if (!isAsking)
    return (
      <button type="button" className="text-button" onClick={() => setAsking(true)}>
        {t('ownData.erase')}
      </button>
    );
  return (
    <Notice tone="warn" role="alert">
      <p>{t('ownData.eraseText')}</p>
      {problem !== undefined && <FieldProblem>{problemText(problem)}</FieldProblem>}
      <div className="row">
        <button type="button" className="button compact" aria-disabled={isBusy} onClick={() => void erase()}>
          {t('ownData.eraseYes')}
        </button>
        <button type="button" className="text-button" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </button>
      </div>
    </Notice>
  );
}
