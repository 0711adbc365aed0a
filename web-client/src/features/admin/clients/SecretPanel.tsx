import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import type { ClientEntry } from '../../../api/types';
import { dateTime, day, relative } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { OverlapField, usualOverlap } from '../frame/OverlapField';
import { Sure } from '../frame/Sure';
import { useClientActs } from './useClients';

interface SecretPanelProps {
  client: ClientEntry;
  onTold: (secret: string) => void;
}

type Asked = 'rotate' | string;

/** The secrets that open something now: another one beside the present, and one taken out of use at once. */
export function SecretPanel({ client, onTold }: SecretPanelProps) {
  const acts = useClientActs();
  const [overlap, setOverlap] = useState(usualOverlap);
  const [asked, setAsked] = useState<Asked>();
  const [state, setState] = useState<{ isBusy?: boolean; problem?: unknown; isRevoked?: boolean }>({});

  const act = async (doIt: () => Promise<void>, isRevoked = false) => {
    if (state.isBusy) return;
    setState({ isBusy: true });
    await doIt().then(
      () => setState({ isRevoked }),
      (problem) => setState({ problem }),
    );
    setAsked(undefined);
  };
  const rotate = () => act(async () => onTold((await acts.rotate(client.id, Number(overlap), client.version)).secret));
  const revoke = (id: string) => act(async () => void (await acts.revoke(client.id, id, client.version)), true);

  const sure = (question: string, yes: string, go: () => void) => (
    <Sure question={question} yes={yes} isBusy={state.isBusy ?? false} onYes={go} onNo={() => setAsked(undefined)} />
  );

  return (
    <section className="card stack access-panel" aria-labelledby="secrets">
      <h2 id="secrets">{ta('client.secrets')}</h2>
      {state.problem !== undefined && (
        <Announcement tone="err" role="alert">
          <p>{problemText(state.problem)}</p>
        </Announcement>
      )}
      {state.isRevoked && (
        <Announcement tone="ok" role="status">
          <p>{ta('client.revoked')}</p>
        </Announcement>
      )}
      {client.secrets.length === 0 && <p>{ta('client.noSecret')}</p>}
      <ul className="secrets">
        {client.secrets.map((it) => (
          <li key={it.id}>
            <p>
              <code>…{it.hint}</code>{' '}
              {it.endsAt && <span className="badge warn">{ta('client.endsAt', { at: dateTime(it.endsAt) })}</span>}
            </p>
            <p className="small muted">
              {ta('client.since', { day: day(it.createdAt) })} ·{' '}
              {it.lastUsedAt ? ta('client.usedAt', { when: relative(it.lastUsedAt) }) : ta('client.neverUsed')}
            </p>
            {asked === it.id ? (
              sure(ta('client.revokeAsk'), ta('client.revokeYes'), () => revoke(it.id))
            ) : (
              <button type="button" className="text-button" onClick={() => setAsked(it.id)}>
                {ta('client.revoke', { hint: it.hint })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {client.secrets.length > 0 && (
        <OverlapField hint={ta('client.overlapHint')} value={overlap} onChange={setOverlap} />
      )}
      {asked === 'rotate' ? (
        sure(ta('client.rotateAsk'), ta('client.rotateYes'), rotate)
      ) : (
        <button type="button" className="button quiet compact" onClick={() => setAsked('rotate')}>
          {ta('client.rotate')}
        </button>
      )}
    </section>
  );
}
