import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import { throughSignIn } from '../../../api/account';
import { ta } from '../../../i18n/ta';
import { Notice } from '../../../ui/Notice';

interface RemoveButtonProps {
  label: string;
  remove: () => Promise<void>;
}

/** Takes a thing away, upon a second tap. */
export function RemoveButton({ label, remove }: RemoveButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const go = async () => {
    setProblem(undefined);
    try {
      await throughSignIn(remove);
    } catch (cause) {
      setProblem(cause);
    }
  };
  return (
    <div className="stack">
      {problem !== undefined && (
        <Notice tone="err" role="alert">
          <p>{problemText(problem)}</p>
        </Notice>
      )}
      {!isAsking && (
        <button type="button" className="text-button" onClick={() => setAsking(true)}>
          {label}
        </button>
      )}
      {isAsking && (
        <div className="row">
          <button type="button" className="button compact" onClick={() => void go()}>
            {ta('admin.removeForGood')}
          </button>
          <button type="button" className="button quiet compact" onClick={() => setAsking(false)}>
            {ta('admin.keep')}
          </button>
        </div>
      )}
    </div>
  );
}
