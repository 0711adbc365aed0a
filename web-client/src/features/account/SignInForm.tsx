import { type SubmitEvent, useState } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import { signIn } from '../../api/account';
import { t } from '../../i18n/t';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { fieldErrors } from '../../ui/fieldErrors';

/** `userName` is given, and not asked, when the same person comes back. */
export function SignInForm({ userName: known }: { userName?: string }) {
  const [userName, setUserName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  // asked for once the server has said that the password is good for one sign-in only
  const [newPassword, setNewPassword] = useState<string>();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const missing = [
      ...(userName.trim() ? [] : [{ field: 'userName', text: t('account.userNameRequired') }]),
      ...(password ? [] : [{ field: 'password', text: t('account.passwordRequired') }]),
    ];
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    await signIn(userName.trim(), password, newPassword).catch((cause) => {
      if (cause instanceof ApiProblem && cause.code === 'new_password_required')
        setNewPassword((before) => before ?? '');
      setErrors(fieldErrors(cause, 'password'));
    });
    setBusy(false);
  };

  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('account.failed')} errors={errors} />
      <Field id="userName" label={t('account.userName')} problem={problems.userName}>
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={known !== undefined}
            value={userName}
            onChange={(event) => setUserName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id="password" label={t('account.password')} problem={problems.password}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      {newPassword !== undefined && (
        <Field
          id="newPassword"
          label={t('account.newPassword')}
          hint={t('account.newPasswordHint')}
          problem={problems.newPassword}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              type="password"
              autoComplete="new-password"
              value={newPassword}
              onChange={(event) => setNewPassword(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <button type="submit" className="button wide" aria-disabled={isBusy}>
        {t(isBusy ? 'account.signingIn' : 'account.signIn')}
      </button>
    </form>
  );
}
