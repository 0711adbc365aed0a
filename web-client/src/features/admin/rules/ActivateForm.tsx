import { type SubmitEvent, useState } from 'react';
import type { NewRuleChange, RoutingReplay } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { fieldErrors } from '../../../ui/fieldErrors';
import { TextArea } from '../../../ui/TextArea';
import { useActivateRules } from './useRules';

interface ActivateFormProps {
  changes: NewRuleChange[];
  version: number;
  /** Of these changes, when they were tried. */
  replay: RoutingReplay | undefined;
  onDone: () => void;
}

/** Puts the changes in force: after the replay, or with a word why without one. */
export function ActivateForm({ changes, version, replay, onDone }: ActivateFormProps) {
  const activate = useActivateRules();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<{ isBusy?: boolean; problem?: unknown }>({});

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state.isBusy) return;
    setState({ isBusy: true });
    await activate(changes, version, replay ? { replayToken: replay.token } : { withoutReplay: reason.trim() }).then(
      onDone,
      (problem) => setState({ problem }),
    );
  };

  const errors = state.problem === undefined ? [] : fieldErrors(state.problem, 'activate');
  const form = (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary title={ta('rule.cannot')} errors={errors} />
      {!replay && (
        <TextArea
          id="withoutReplay"
          label={ta('rule.why')}
          hint={ta('rule.whyHint')}
          rows={2}
          maxLength={300}
          problem={errors.find((it) => it.field === 'withoutReplay')?.text}
          value={reason}
          onChange={setReason}
        />
      )}
      <button
        id="activate"
        type="submit"
        className={replay ? 'button' : 'button quiet'}
        aria-disabled={state.isBusy || undefined}
      >
        {ta(state.isBusy ? 'admin.saving' : replay ? 'rule.activate' : 'rule.activateUntried')}
      </button>
    </form>
  );
  return replay ? (
    form
  ) : (
    <details className="item-history">
      <summary>{ta('rule.withoutReplay')}</summary>
      {form}
    </details>
  );
}
