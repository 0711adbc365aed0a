import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import type { WebhookEntry } from '../../../api/types';
import { dateTime, day } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { OverlapField, usualOverlap } from '../frame/OverlapField';
import { Sure } from '../frame/Sure';
import { useWebhookActs } from './useWebhooks';

interface SigningPanelProps {
  webhook: WebhookEntry;
  onTold: (secret: string) => void;
}

/** The secrets that sign now, and the way to another one. */
export function SigningPanel({ webhook, onTold }: SigningPanelProps) {
  const acts = useWebhookActs();
  const [overlap, setOverlap] = useState(usualOverlap);
  const [state, setState] = useState<{ isAsking?: boolean; isBusy?: boolean; problem?: unknown }>({});

  const rotate = async () => {
    if (state.isBusy) return;
    setState({ isAsking: true, isBusy: true });
    try {
      onTold((await acts.rotate(webhook.id, Number(overlap), webhook.version)).secret);
      setState({});
    } catch (problem) {
      setState({ problem });
    }
  };

  return (
    <section className="card stack access-panel" aria-labelledby="signing">
      <h2 id="signing">{ta('webhook.signing')}</h2>
      {state.problem !== undefined && (
        <Announcement tone="err" role="alert">
          <p>{problemText(state.problem)}</p>
        </Announcement>
      )}
      <ul className="secrets">
        {webhook.secrets.map((it) => (
          <li key={it.number}>
            <p>
              {ta('webhook.secretNumber', { number: it.number })}{' '}
              {it.endsAt && <span className="badge warn">{ta('client.endsAt', { at: dateTime(it.endsAt) })}</span>}
            </p>
            <p className="small muted">{ta('client.since', { day: day(it.createdAt) })}</p>
          </li>
        ))}
      </ul>
      <OverlapField hint={ta('webhook.overlapHint')} value={overlap} onChange={setOverlap} />
      {state.isAsking ? (
        <Sure
          question={ta('client.rotateAsk')}
          yes={ta('client.rotateYes')}
          isBusy={state.isBusy ?? false}
          onYes={() => void rotate()}
          onNo={() => setState({})}
        />
      ) : (
        <button type="button" className="button quiet compact" onClick={() => setState({ isAsking: true })}>
          {ta('client.rotate')}
        </button>
      )}
    </section>
  );
}
