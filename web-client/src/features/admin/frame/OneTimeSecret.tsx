import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { CopyButton } from '../../../ui/CopyButton';

interface OneTimeSecretProps {
  title: string;
  secret: string;
  /** What it is for. */
  hint: string;
}

/** Told once: whoever leaves this page has to make another one. */
export function OneTimeSecret({ title, secret, hint }: OneTimeSecretProps) {
  return (
    <Announcement tone="ok" icon="lock" role="status">
      <p>{title}</p>
      <p className="one-time-password">
        <code>{secret}</code>
      </p>
      <div className="row">
        <CopyButton text={secret} label={ta('client.copy')} />
      </div>
      <p className="small">{hint}</p>
    </Announcement>
  );
}
