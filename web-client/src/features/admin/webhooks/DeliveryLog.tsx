import { useState } from 'react';
import { problemText } from '../../../api/ApiProblem';
import type { DeliveryState, WebhookEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { Chip } from '../../../ui/Chip';
import { Pages } from '../../../ui/Pages';
import { DeliveryRow } from './DeliveryRow';
import { ReplayForm } from './ReplayForm';
import { useDeliveries, useWebhookActs } from './useWebhooks';
import { deliveryStates } from './webhookValues';
import './webhooks.css';

/** What was sent to a webhook and what came back; a ping, and what is to be sent once more. */
export function DeliveryLog({ webhook }: { webhook: WebhookEntry }) {
  const acts = useWebhookActs();
  const [states, setStates] = useState<DeliveryState[]>([]);
  const deliveries = useDeliveries(webhook.id, states);
  const [isReplaying, setReplaying] = useState(false);
  const [outcome, setOutcome] = useState<{ at: number; words?: string; problem?: unknown }>();
  const canResend = webhook.state !== 'disabled';

  const act = async (doIt: () => Promise<unknown>, words: string) => {
    try {
      await doIt();
      setOutcome({ at: Date.now(), words });
    } catch (problem) {
      setOutcome({ at: Date.now(), problem });
    }
  };
  const toggle = (state: DeliveryState) =>
    setStates((before) => deliveryStates.filter((it) => before.includes(it) !== (it === state)));

  return (
    <section className="stack delivery-log" aria-labelledby="deliveries">
      <h2 id="deliveries">{ta('webhook.deliveries')}</h2>
      {outcome && (
        <Announcement key={outcome.at} tone={outcome.words ? 'ok' : 'err'} role={outcome.words ? 'status' : 'alert'}>
          <p>{outcome.words ?? problemText(outcome.problem)}</p>
        </Announcement>
      )}
      <div className="row">
        <button
          type="button"
          className="button quiet compact"
          onClick={() => void act(() => acts.ping(webhook.id), ta('webhook.pinged'))}
        >
          {ta('webhook.ping')}
        </button>
        {canResend && (
          <button
            type="button"
            className="button quiet compact"
            aria-expanded={isReplaying}
            onClick={() => setReplaying(!isReplaying)}
          >
            {ta('webhook.replay')}
          </button>
        )}
      </div>
      {canResend && isReplaying && (
        <ReplayForm
          webhook={webhook}
          onDone={(queued) => {
            setReplaying(false);
            setOutcome({ at: Date.now(), words: ta('webhook.replayed', { count: queued }) });
          }}
        />
      )}
      <fieldset>
        <legend className="visually-hidden">{ta('webhook.deliveryState')}</legend>
        <div className="chips">
          {deliveryStates.map((it) => (
            <Chip key={it} isChosen={states.includes(it)} onToggle={() => toggle(it)}>
              {ta(`deliveryState.${it}`)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <Pages
        className="delivery-list"
        query={deliveries}
        empty={ta(states.length > 0 ? 'admin.noneFound' : 'webhook.nothingSent')}
      >
        {(it) => (
          <DeliveryRow
            key={it.id}
            webhookId={webhook.id}
            delivery={it}
            onResend={
              canResend && it.state !== 'pending'
                ? () => void act(() => acts.resend(webhook.id, it.id), ta('webhook.resent'))
                : undefined
            }
          />
        )}
      </Pages>
    </section>
  );
}
