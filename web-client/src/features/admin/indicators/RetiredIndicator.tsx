import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import { throughSignIn } from '../../../api/account';
import type { IndicatorEntry } from '../../../api/types';
import { dateTime } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Notice } from '../../../ui/Notice';
import { noteSaved, takeSaved } from '../frame/justSaved';
import { IndicatorHistory } from './IndicatorHistory';
import { sentIndicator, storedIndicator } from './indicatorValues';
import { useRereadIndicators, useSaveIndicator } from './useIndicators';

/** One that is no longer looked at: since when, what it was, and the way back. */
export function RetiredIndicator({ entry }: { entry: IndicatorEntry }) {
  const save = useSaveIndicator();
  const reread = useRereadIndicators();
  const [state, setState] = useState<{ isBusy?: boolean; problem?: unknown }>({});
  const { current } = entry;

  const revive = async () => {
    if (state.isBusy) return;
    setState({ isBusy: true });
    const { values, version } = storedIndicator(entry);
    const draftKey = `indikator/${entry.code}`;
    // the form takes the place of this before saving has come to its end
    noteSaved(draftKey);
    try {
      await throughSignIn(() => save(entry.code, sentIndicator({ ...values, retired: false }), version));
    } catch (problem) {
      takeSaved(draftKey);
      setState({ problem });
      void reread();
    }
  };

  return (
    <>
      <Notice tone="info">
        <p>{ta('indicator.retiredSince', { at: dateTime(current.at), by: current.by })}</p>
      </Notice>
      {state.problem !== undefined && (
        <Notice tone="err" role="alert">
          <p>{problemText(state.problem)}</p>
        </Notice>
      )}
      <p>{current.definition}</p>
      <div className="row form-actions">
        <button
          type="button"
          className="button"
          aria-disabled={state.isBusy || undefined}
          onClick={() => void revive()}
        >
          {ta('indicator.revive')}
        </button>
      </div>
      <IndicatorHistory entry={entry} />
    </>
  );
}
