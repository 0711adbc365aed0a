import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { CopyButton } from '../../../ui/CopyButton';

/** Told once: whoever leaves this page has to make another one. */
export function OneTimeSecret({ clientId, secret }: { clientId: string; secret: string }) {
  return (
    <Announcement tone="ok" icon="lock" role="status">
      <p>{ta('client.secretFor', { clientId })}</p>
      <p className="one-time-password">
        <code>{secret}</code>
      </p>
      <div className="row">
        <CopyButton text={secret} label={ta('client.copy')} />
      </div>
      <p className="small">{ta('client.secretHint')}</p>
    </Announcement>
  );
}
