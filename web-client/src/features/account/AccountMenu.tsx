import { useQueryClient } from '@tanstack/react-query';
import { signOut, useAccount } from '../../api/account';
import { t } from '../../i18n/t';

export function AccountMenu() {
  const account = useAccount();
  const queries = useQueryClient();
  if (account.state !== 'signedIn') return null;

  const { name, agency } = account.session;
  return (
    <div className="account">
      <span className="account-name">
        {name}
        {agency && <br />}
        {agency?.name}
      </span>
      <button
        type="button"
        className="text-button"
        // the next person at this desk must not see what was loaded for the last one
        onClick={() => signOut().then(() => queries.clear())}
      >
        {t('account.signOut')}
      </button>
    </div>
  );
}
