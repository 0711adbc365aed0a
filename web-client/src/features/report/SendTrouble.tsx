import { useEffect, useRef } from 'react';
import { codeText } from '../../api/ApiProblem';
import type { Refusal } from '../../domain/draft';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';

/** Why the server did not take the report, where no field of it is to blame. */
export function SendTrouble({ refusal }: { refusal: Refusal }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal is to be read again
  useEffect(() => box.current?.focus(), [refusal]);
  return (
    <div tabIndex={-1} ref={box}>
      <Notice tone="err" role="alert">
        <h2>{t('send.refused')}</h2>
        <p>{codeText(refusal.code)}</p>
      </Notice>
    </div>
  );
}
