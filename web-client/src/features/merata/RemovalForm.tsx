import { useId, useState } from 'react';
import { tw } from '../../i18n/tw';
import { TextField } from '../../ui/TextField';
import { refusals } from './formParts';

interface RemovalFormProps {
  /** Says what goes. */
  label: string;
  error: unknown;
  isPending: boolean;
  onRemove: (reason: string) => void;
}

/** Takes something away, which asks for a reason first. */
export function RemovalForm({ label, error, isPending, onRemove }: RemovalFormProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <div className="stack">
      <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending) onRemove(reason);
          }}
        >
          <TextField
            id={id}
            label={tw('work.reason')}
            maxLength={500}
            problem={refusals(error, 'reason')[0]?.text}
            value={reason}
            onChange={setReason}
          />
          <button type="submit" className="button quiet compact" aria-disabled={isPending}>
            {tw('work.remove')}
          </button>
        </form>
      )}
    </div>
  );
}
