import type { OutboxItem } from '../../api/types';
import { dateTime } from '../../i18n/format';
import { lookUp, t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { Fact } from './Fact';
import { stateLooks } from './outboxState';
import { RetryButton } from './RetryButton';

interface NotificationRowProps {
  item: OutboxItem;
  isBusy: boolean;
  onRetry: () => void;
}

export function NotificationRow({ item, isBusy, onRetry }: NotificationRowProps) {
  const { message } = item;
  const look = stateLooks[item.state];
  return (
    <li className="card outbox-row">
      <div className="outbox-row-head">
        <span className={`badge ${look.tone}`}>
          <Icon name={look.icon} />
          {t(look.text)}
        </span>
        <h3 lang={item.language}>{message.subject}</h3>
        <p className="small muted">{wayLine(item)}</p>
      </div>
      <dl className="outbox-facts small">
        <Fact name={t('outbox.made')}>{dateTime(item.createdAt)}</Fact>
        {item.sentAt && <Fact name={t('outbox.sentAt')}>{dateTime(item.sentAt)}</Fact>}
        {item.state === 'pending' && <Fact name={t('outbox.due')}>{dateTime(item.dueAt)}</Fact>}
        <Fact name={t('outbox.attempts')}>{item.attempts}</Fact>
      </dl>
      {item.lastError && <LastError error={item.lastError} />}
      <details>
        <summary>{t('outbox.message')}</summary>
        <p className="outbox-message" lang={item.language}>
          {message.body}
        </p>
      </details>
      {item.state !== 'sent' && <RetryButton what={message.subject} isBusy={isBusy} onClick={onRetry} />}
    </li>
  );
}

/** "Laporan diterima · Pelapor · Surel · Bahasa Indonesia" */
function wayLine({ occasion, recipient, account, medium, language }: OutboxItem): string {
  const to = t(`recipient.${recipient}`);
  return [
    t(`occasion.${occasion}`),
    account ? `${to} (${account})` : to,
    t(`medium.${medium}`),
    t(`language.${language}`),
  ].join(' · ');
}

/** The known reasons in the reader's language, any other one as the program wrote it. */
function LastError({ error }: { error: string }) {
  const known = lookUp(`undelivered.${error}`);
  return (
    <p className="small outbox-error">
      <Icon name="info" />
      <span>
        {t('outbox.lastError')} <span lang={known ? undefined : 'en'}>{known ?? error}</span>
      </span>
    </p>
  );
}
