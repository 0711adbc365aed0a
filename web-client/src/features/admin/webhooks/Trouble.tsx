import type { WebhookEntry } from '../../../api/types';
import { dateTime } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Notice } from '../../../ui/Notice';

/** What its owner has to know before anything else: that it was given up, or that nothing is taken there. */
export function Trouble({ webhook }: { webhook: WebhookEntry }) {
  const { state, disabledBecause, disabledAt, failingSince, restingUntil } = webhook;
  if (state === 'disabled' && disabledBecause && disabledAt)
    return (
      <Notice tone="err">
        <p>{ta(`webhook.trouble.${disabledBecause}`, { at: dateTime(disabledAt) })}</p>
        <p className="small">{ta('webhook.takeUp')}</p>
      </Notice>
    );
  if (!failingSince) return null;
  return (
    <Notice tone="warn">
      <p>{ta('webhook.failingSince', { at: dateTime(failingSince) })}</p>
      {restingUntil && <p className="small">{ta('webhook.restingUntil', { at: dateTime(restingUntil) })}</p>}
    </Notice>
  );
}
