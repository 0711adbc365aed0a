import { useState } from 'react';
import { Link } from 'wouter';
import { codeText } from '../../api/ApiProblem';
import { relative } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { trackingPath } from '../trackingLink';
import { deliverAll } from './deliver';
import { type QueuedReport, removeQueued, reopen } from './outboxStore';
import { queueLooks } from './queueLooks';
import { useOutbox } from './useOutbox';
import './waiting.css';

/** The reports that have left their page and have not arrived, or have arrived since: what becomes of each, and what to do. */
export function WaitingReports() {
  const items = useOutbox();
  const [isTrying, setTrying] = useState(false);
  if (!items || items.length === 0) return null;

  const tryNow = () => {
    if (isTrying) return;
    setTrying(true);
    void deliverAll()
      .catch(() => undefined)
      .then(() => setTrying(false));
  };
  return (
    <section aria-labelledby="kotak-kirim">
      <h2 id="kotak-kirim">{t('outboxHere.title')}</h2>
      <ul className="waiting" aria-live="polite">
        {items.map((item) => (
          <WaitingReport key={item.id} item={item} />
        ))}
      </ul>
      {items.some((it) => it.state === 'waiting') && (
        <button type="button" className="button quiet wide" aria-disabled={isTrying} onClick={tryNow}>
          {t(isTrying ? 'report.sending' : 'outboxHere.sendNow')}
        </button>
      )}
    </section>
  );
}

function WaitingReport({ item }: { item: QueuedReport }) {
  const { state, receipt, draft } = item;
  const look = queueLooks[state];
  return (
    <li className="card">
      <p>
        <strong>{receipt?.service.name ?? excerpt(draft.description)}</strong>
      </p>
      <p className="row">
        <span className={`badge ${look.tone}`}>
          <Icon name={look.icon} />
          {t(look.text)}
        </span>
        <span className="small muted">{receipt?.trackingCode ?? relative(new Date(item.queuedAt).toISOString())}</span>
      </p>
      {state === 'waiting' && <p className="small">{t('outboxHere.waitingText')}</p>}
      {state === 'returned' && item.refusal && <p>{refusalText(item.refusal)}</p>}
      {(state === 'returned' || state === 'aside') && (
        <button type="button" className="button compact" onClick={() => void mend(item)}>
          {t(state === 'aside' ? 'outboxHere.continue' : 'outboxHere.mend')}
        </button>
      )}
      {receipt && (
        <p className="row">
          <Link href={trackingPath(receipt.trackingCode, receipt.secret)} onClick={() => void removeQueued(item.id)}>
            {t('receipt.follow')}
          </Link>
          <button type="button" className="text-button" onClick={() => void removeQueued(item.id)}>
            {t('outboxHere.dismiss')}
          </button>
        </p>
      )}
    </li>
  );
}

/** Loaded anew, for the page of the report may be open with another draft in its memory. */
async function mend(item: QueuedReport): Promise<void> {
  await reopen(item);
  location.assign(item.state === 'aside' ? '/lapor' : '/lapor/periksa');
}

function refusalText({ code, fields }: NonNullable<QueuedReport['refusal']>): string {
  const [first] = Object.values(fields).flat();
  return codeText(first ?? code);
}

function excerpt(words: string): string {
  const line = words.trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
