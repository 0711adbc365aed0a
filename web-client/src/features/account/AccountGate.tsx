import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { loadAccount, useAccount } from '../../api/account';
import { useResource } from '../../api/useResource';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Skeleton } from '../../ui/Skeleton';
import { SignInForm } from './SignInForm';
import './account.css';

/** Lets the signed-in in. Whose session ends at work signs in on top of it: nothing typed is lost. */
export function AccountGate({ children }: { children: ReactNode }) {
  const account = useAccount();
  const { problem, reload } = useResource(loadAccount);

  if (account.state === 'unknown')
    return (
      <div className="sign-in">
        {problem === undefined ? <Skeleton shape="card" count={2} /> : <Failure problem={problem} onRetry={reload} />}
      </div>
    );
  if (account.state === 'signedOut')
    return (
      <div className="sign-in stack">
        <Heading title={t('account.signIn')} />
        <SignInForm />
      </div>
    );
  return (
    <>
      {children}
      {account.state === 'expired' && <SignInAgain userName={account.session.userName} />}
    </>
  );
}

function SignInAgain({ userName }: { userName: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const queries = useQueryClient();

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLInputElement>('[type=password]')?.focus();
    // whatever failed meanwhile is asked again once the session is back
    return () => void queries.invalidateQueries();
  }, [queries]);

  return (
    <dialog
      ref={dialog}
      className="sign-in-again stack"
      aria-labelledby="sign-in-again"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="sign-in-again">{t('account.expired')}</h2>
      <p>{t('account.expiredText')}</p>
      <SignInForm userName={userName} />
    </dialog>
  );
}
