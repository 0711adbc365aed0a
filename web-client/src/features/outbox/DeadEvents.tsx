import type { DeadEvent } from '../../api/types';
import { dateTime } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Pages } from '../../ui/Pages';
import { Fact } from './Fact';
import { RetryButton } from './RetryButton';
import { RetryOutcome } from './RetryOutcome';
import { useDeadEvents } from './useOutbox';
import { useRetryEvent } from './useRetry';
import './outbox.css';

/** Events whose consequences (a message, the public page) never came about. */
export function DeadEvents() {
  const events = useDeadEvents();
  const retry = useRetryEvent();
  return (
    <section className="stack" aria-labelledby="dead-events">
      <h2 id="dead-events">{t('deadEvents.title')}</h2>
      <p className="muted small">{t('deadEvents.lead')}</p>
      <RetryOutcome retry={retry} done={t('deadEvents.retried')} />
      <Pages className="outbox-list" query={events} empty={t('deadEvents.empty')}>
        {(event) => (
          <DeadEventRow
            key={event.id}
            event={event}
            isBusy={retry.isPending && retry.variables === event.id}
            onRetry={() => retry.mutate(event.id)}
          />
        )}
      </Pages>
    </section>
  );
}

interface DeadEventRowProps {
  event: DeadEvent;
  isBusy: boolean;
  onRetry: () => void;
}

function DeadEventRow({ event, isBusy, onRetry }: DeadEventRowProps) {
  const consumer = lookUp(`consumer.${event.consumer}`) ?? event.consumer;
  return (
    <li className="card dead-event">
      <h3>{consumer}</h3>
      <dl className="outbox-facts small">
        <Fact name={t('outbox.made')}>{dateTime(event.createdAt)}</Fact>
        <Fact name={t('deadEvents.deadAt')}>{dateTime(event.deadAt)}</Fact>
        <Fact name={t('outbox.attempts')}>{event.attempts}</Fact>
      </dl>
      <RetryButton what={consumer} isBusy={isBusy} onClick={onRetry} />
    </li>
  );
}
