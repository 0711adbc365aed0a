import { type SubmitEvent, useState } from 'react';
import { throughSignIn } from '../../../api/account';
import type { WebhookEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { ErrorSummary, type FieldError } from '../../../ui/ErrorSummary';
import { Field } from '../../../ui/Field';
import { fieldErrors } from '../../../ui/fieldErrors';
import { useWebhookActs } from './useWebhooks';
import { fromKediri, kediriInput } from './webhookValues';

const aDay = 86_400_000;

interface ReplayFormProps {
  webhook: WebhookEntry;
  /** Told how many are on their way. */
  onDone: (queued: number) => void;
}

/** A span of time that is sent once more: at first since it last went wrong, or a day. */
export function ReplayForm({ webhook, onDone }: ReplayFormProps) {
  const acts = useWebhookActs();
  const [from, setFrom] = useState(() =>
    kediriInput(webhook.failingSince ?? new Date(Date.now() - aDay).toISOString()),
  );
  const [until, setUntil] = useState('');
  const [isUndelivered, setUndelivered] = useState(true);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const since = fromKediri(from);
    if (isBusy) return;
    if (!since) {
      setErrors([{ field: 'from', text: ta('webhook.sayFrom') }]);
      return;
    }
    setBusy(true);
    try {
      onDone(await throughSignIn(() => acts.replay(webhook.id, since, fromKediri(until), isUndelivered)));
    } catch (problem) {
      setErrors(fieldErrors(problem, 'from'));
      setBusy(false);
    }
  };

  const moment = (id: string, label: string, value: string, onChange: (text: string) => void, hint?: string) => (
    <Field id={id} label={label} hint={hint} problem={errors.find((it) => it.field === id)?.text}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="datetime-local"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <form className="card stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary title={ta('webhook.notReplayed')} errors={errors} />
      <div className="field-pair">
        {moment('from', ta('webhook.from'), from, setFrom)}
        {moment('until', ta('webhook.until'), until, setUntil, ta('webhook.untilHint'))}
      </div>
      <Check id="undelivered" label={ta('webhook.undelivered')} isChecked={isUndelivered} onChange={setUndelivered} />
      <button type="submit" className="button compact" aria-disabled={isBusy || undefined}>
        {ta('webhook.replayNow')}
      </button>
    </form>
  );
}
