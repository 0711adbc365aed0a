import { useState } from 'react';
import type { DeliveryItem, DeliveryState } from '../../../api/types';
import { dateTime, number } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Failure } from '../../../ui/Failure';
import { Icon, type IconName } from '../../../ui/Icon';
import { Skeleton } from '../../../ui/Skeleton';
import { useDelivery } from './useWebhooks';
import { eventText } from './webhookValues';

const looks: Record<DeliveryState, { tone: string; icon: IconName }> = {
  pending: { tone: 'info', icon: 'clock' },
  delivered: { tone: 'ok', icon: 'check' },
  dead: { tone: 'err', icon: 'warning' },
  withheld: { tone: 'plain', icon: 'lock' },
};

interface DeliveryRowProps {
  webhookId: string;
  delivery: DeliveryItem;
  /** Absent where it cannot be sent again now. */
  onResend: (() => void) | undefined;
}

/** One delivery: what it told, what became of it, and its attempts behind a fold. */
export function DeliveryRow({ webhookId, delivery, onResend }: DeliveryRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { state, type, messageId, createdAt, attempts, nextAttemptAt, lastStatus, lastError, replayed } = delivery;
  return (
    <li className="card">
      <p className="row">
        <span className={`badge ${looks[state].tone}`}>
          <Icon name={looks[state].icon} />
          {ta(`deliveryState.${state}`)}
        </span>
        <strong>{eventText(type)}</strong>
        {replayed && <span className="badge plain">{ta('webhook.again')}</span>}
      </p>
      <p className="small muted">
        {dateTime(createdAt)} · {ta('webhook.tries', { count: number(attempts) })}
        {nextAttemptAt && attempts > 0 && ` · ${ta('webhook.nextTry', { at: dateTime(nextAttemptAt) })}`}
      </p>
      {lastError && <Why status={lastStatus} error={lastError} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{ta('webhook.attempts')}</summary>
        <p className="small muted">
          <code>{messageId}</code> · <code>{type}</code>
        </p>
        {isOpen && <Attempts webhookId={webhookId} delivery={delivery} />}
      </details>
      {onResend && (
        <button type="button" className="button quiet compact" onClick={onResend}>
          {ta('webhook.resend')}
          <span className="visually-hidden"> {messageId}</span>
        </button>
      )}
    </li>
  );
}

function Attempts({ webhookId, delivery }: { webhookId: string; delivery: DeliveryItem }) {
  const { data, isPending, isError, error, refetch } = useDelivery(webhookId, delivery);
  return (
    <>
      {isPending && <Skeleton shape="line" count={3} />}
      {isError && <Failure problem={error} onRetry={() => void refetch()} />}
      {data?.attempts.length === 0 && <p className="small muted">{ta('webhook.noAttempt')}</p>}
      <ol className="attempts">
        {data?.attempts.map((it) => (
          <li key={it.number} className="stack">
            <h3 className="small">
              {dateTime(it.at)} · {it.status ?? ta('webhook.noAnswer')} ·{' '}
              {ta('webhook.took', { ms: number(it.milliseconds) })}
            </h3>
            {it.error && <Why status={it.status} error={it.error} />}
            <Heads title={ta('webhook.requestHeads')} heads={it.requestHeaders} />
            {it.status !== null && <Heads title={ta('webhook.responseHeads')} heads={it.responseHeaders} />}
            {it.responseBody && <pre>{it.responseBody}</pre>}
          </li>
        ))}
      </ol>
    </>
  );
}

/** A status says it all; the rest is told as the program wrote it. */
function Why({ status, error }: { status: number | null; error: string }) {
  return (
    <p className="small">{status !== null ? ta('webhook.answered', { status }) : <span lang="en">{error}</span>}</p>
  );
}

function Heads({ title, heads }: { title: string; heads: Record<string, string> }) {
  return (
    <table className="heads">
      <caption>{title}</caption>
      <tbody>
        {Object.entries(heads).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
