import { type SubmitEvent, useEffect, useState } from 'react';
import type { NewStep, UnitStep } from '../../api/types';
import { t } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';

/** What the server asks for with a step. It decides; this spares a round trip. */
export function stepNeeds(from: UnitStep, to: UnitStep): boolean {
  return needsReason(from, to) || needsFound(from, to);
}

function needsReason(from: UnitStep, to: UnitStep): boolean {
  return to === 'declined' || to === 'stoodDown' || (to === 'handedOver' && from === 'underWay');
}

function needsFound(from: UnitStep, to: UnitStep): boolean {
  return to === 'done' || (to === 'handedOver' && from === 'onScene');
}

interface StepFormProps {
  from: UnitStep;
  step: UnitStep;
  onTell: (step: NewStep) => Promise<boolean>;
}

/** The words of a step: why, or what was found and who takes over. */
export function StepForm({ from, step, onTell }: StepFormProps) {
  const [words, setWords] = useState('');
  const [successor, setSuccessor] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isFound = needsFound(from, step);
  const isNameless = step === 'handedOver' && !successor.trim();
  useEffect(() => document.getElementById('stepWords')?.focus(), []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!words.trim()) return document.getElementById('stepWords')?.focus();
    if (isNameless) return document.getElementById('successor')?.focus();
    if (isBusy) return;
    setBusy(true);
    await onTell({
      step,
      ...(isFound ? { found: words } : { reason: words }),
      ...(successor.trim() && { handedTo: { name: successor.trim() } }),
    });
    setBusy(false);
  };
  return (
    <form className="stack step-form" noValidate onSubmit={(event) => void submit(event)}>
      <TextArea
        id="stepWords"
        label={tc(isFound ? 'board.found' : 'board.reason')}
        rows={2}
        maxLength={isFound ? 2000 : 500}
        value={words}
        problem={isTried && !words.trim() ? t('problem.required') : undefined}
        onChange={setWords}
      />
      {step === 'handedOver' && (
        <TextField
          id="successor"
          label={tc('board.handedTo')}
          hint={tc('board.handedToHint')}
          maxLength={200}
          value={successor}
          problem={isTried && isNameless ? tc('problem.successor_needed') : undefined}
          onChange={setSuccessor}
        />
      )}
      <button type="submit" className="button compact" aria-disabled={isBusy}>
        {tc('board.save')}
      </button>
    </form>
  );
}
