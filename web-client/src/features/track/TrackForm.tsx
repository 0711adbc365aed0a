import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { trackingPath } from '../../domain/trackingLink';
import { t } from '../../i18n/t';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import './track.css';

interface TrackFormProps {
  /** What is known already. */
  code?: string | undefined;
  /** The page that they open, and the word for going there. */
  path?: typeof trackingPath;
  action?: string;
}

/** Asks for the number and the secret of a report. */
export function TrackForm({ code: known = '', path = trackingPath, action = t('track.open') }: TrackFormProps) {
  const [, navigate] = useLocation();
  const [code, setCode] = useState(known);
  const [secret, setSecret] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = [
      ...(code.trim() ? [] : [{ field: 'code', text: t('track.codeRequired') }]),
      ...(secret.trim() ? [] : [{ field: 'secret', text: t('track.secretRequired') }]),
    ];
    setErrors(found);
    if (found.length === 0) navigate(path(code.trim().toUpperCase(), secret.trim()));
  };

  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <Field id="code" label={t('track.code')} hint={t('track.codeHint')} problem={problems.code}>
        {(control) => (
          <input
            {...control}
            className="input code-input"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id="secret" label={t('track.secret')} hint={t('track.secretHint')} problem={problems.secret}>
        {(control) => (
          <input
            {...control}
            className="input code-input"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" className="button wide">
        {action}
      </button>
    </form>
  );
}
