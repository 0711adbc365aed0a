import { dateTime } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';

interface OneTimePasswordProps {
  userName: string;
  password: string;
  until: string | null | undefined;
}

/** Told once: whoever leaves this page has to make another one. */
export function OneTimePassword({ userName, password, until }: OneTimePasswordProps) {
  return (
    <Announcement tone="ok" icon="lock" role="status">
      <p>{ta('person.passwordFor', { userName })}</p>
      <p className="one-time-password">
        <code>{password}</code>
      </p>
      <p className="small">{ta('person.passwordHint', { until: until ? dateTime(until) : '' })}</p>
    </Announcement>
  );
}
