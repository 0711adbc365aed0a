import { ta } from '../../../i18n/ta';

interface SureProps {
  question: string;
  yes: string;
  isBusy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once more, where the button stood. */
export function Sure({ question, yes, isBusy, onYes, onNo }: SureProps) {
  return (
    <div className="row">
      <span>{question}</span>
      <button type="button" className="button compact" aria-disabled={isBusy || undefined} onClick={onYes}>
        {yes}
      </button>
      <button type="button" className="button quiet compact" onClick={onNo}>
        {ta('client.cancel')}
      </button>
    </div>
  );
}
