import { t } from '../../i18n/t';
import { Chip } from '../../ui/Chip';
import { Pages } from '../../ui/Pages';
import { NotificationRow } from './NotificationRow';
import { outboxStates, stateText } from './outboxState';
import { RetryOutcome } from './RetryOutcome';
import { useNotifications } from './useOutbox';
import { useRetryNotification } from './useRetry';
import { useStates } from './useStates';
import './outbox.css';

/** Every message to a reporter or a colleague: what it says and what became of it. */
export function Notifications() {
  const [states, toggle] = useStates();
  const notifications = useNotifications(states);
  const retry = useRetryNotification();
  return (
    <section className="stack" aria-labelledby="notifications">
      <h2 id="notifications">{t('outbox.notifications')}</h2>
      <fieldset>
        <legend className="visually-hidden">{t('outbox.state')}</legend>
        <div className="chips">
          {outboxStates.map((state) => (
            <Chip key={state} isChosen={states.includes(state)} onToggle={() => toggle(state)}>
              {stateText(state)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <RetryOutcome retry={retry} done={t('outbox.retried')} />
      <Pages
        className="outbox-list"
        query={notifications}
        empty={t(states.length > 0 ? 'outbox.noneFound' : 'outbox.empty')}
      >
        {(item) => (
          <NotificationRow
            key={item.id}
            item={item}
            isBusy={retry.isPending && retry.variables === item.id}
            onRetry={() => retry.mutate(item.id)}
          />
        )}
      </Pages>
    </section>
  );
}
