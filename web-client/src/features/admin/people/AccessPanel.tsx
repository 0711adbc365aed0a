import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import type { StaffUser } from '../../../api/types';
import { dateTime } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { usePersonActs } from './usePeople';

/** How a person gets in: another password, and a lock that is lifted. */
export function AccessPanel({ person, onTold }: { person: StaffUser; onTold: (password: string) => void }) {
  const acts = usePersonActs();
  const [state, setState] = useState<{ isBusy?: boolean; problem?: unknown; isLifted?: boolean }>({});
  const [isAsked, setAsked] = useState(false);

  const act = async (doIt: () => Promise<void>, isLifted = false) => {
    if (state.isBusy) return;
    setState({ isBusy: true });
    await doIt().then(
      () => setState({ isLifted }),
      (problem) => setState({ problem }),
    );
    setAsked(false);
  };
  const reset = () =>
    act(async () => {
      const { oneTimePassword } = await acts.resetPassword(person.userName, person.version);
      if (oneTimePassword) onTold(oneTimePassword);
    });
  const lift = () => act(async () => void (await acts.liftLockout(person.userName, person.version)), true);

  return (
    <section className="card stack access-panel" aria-labelledby="access">
      <h2 id="access">{ta('person.access')}</h2>
      {state.problem !== undefined && (
        <Announcement tone="err" role="alert">
          <p>{problemText(state.problem)}</p>
        </Announcement>
      )}
      {state.isLifted && (
        <Announcement tone="ok" role="status">
          <p>{ta('person.lifted')}</p>
        </Announcement>
      )}
      {person.oneTimeUntil && (
        <p className="small">{ta('person.notChosen', { until: dateTime(person.oneTimeUntil) })}</p>
      )}
      {person.lockedUntil && <p className="small">{ta('person.locked', { until: dateTime(person.lockedUntil) })}</p>}
      <div className="row">
        {isAsked ? (
          <>
            <span>{ta('person.resetAsk')}</span>
            <button type="button" className="button compact" aria-disabled={state.isBusy || undefined} onClick={reset}>
              {ta('person.resetYes')}
            </button>
            <button type="button" className="button quiet compact" onClick={() => setAsked(false)}>
              {ta('person.resetNo')}
            </button>
          </>
        ) : (
          <button type="button" className="button quiet compact" onClick={() => setAsked(true)}>
            {ta('person.reset')}
          </button>
        )}
        {person.lockedUntil && (
          <button type="button" className="button quiet compact" onClick={lift}>
            {ta('person.lift')}
          </button>
        )}
      </div>
    </section>
  );
}
