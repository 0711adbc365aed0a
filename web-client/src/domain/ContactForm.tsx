import { type SubmitEvent, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { t } from '../../i18n/t';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { fieldErrors } from '../../ui/fieldErrors';

interface Contact {
  name: string | null;
  phone: string | null;
  email: string | null;
}

interface ContactFormProps {
  code: string;
  secret: string;
  contact: Contact | null;
  /** Nobody reads the name of an anonymous report, so none is asked for. */
  isAnonymous: boolean;
  onCorrected: () => void;
}

const fields = [
  { name: 'name', label: 'contact.name', type: 'text', autoComplete: 'name' },
  { name: 'phone', label: 'contact.phone', type: 'tel', autoComplete: 'tel' },
  { name: 'email', label: 'contact.email', type: 'email', autoComplete: 'email' },
] as const;

/** Corrects the contact; what is left empty is no longer kept. */
export function ContactForm({ code, secret, contact, isAnonymous, onCorrected }: ContactFormProps) {
  const [values, setValues] = useState({
    name: contact?.name ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
  });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setErrors([]);
    setBusy(true);
    try {
      await unwrap(
        api.PUT('/api/v1/tracking/{trackingCode}/personal-data', {
          params: { path: { trackingCode: code } },
          headers: { 'Report-Secret': secret },
          body: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim())),
        }),
      );
      onCorrected();
    } catch (cause) {
      setErrors(fieldErrors(cause, 'own-phone').map((it) => ({ ...it, field: `own-${it.field.replace('own-', '')}` })));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h3>{t('ownData.correct')}</h3>
      <ErrorSummary title={t('move.failed')} errors={errors} />
      {fields
        .filter((it) => it.name !== 'name' || !isAnonymous)
        .map(({ name, label, ...attributes }) => (
          <Field key={name} id={`own-${name}`} label={t(label)} problem={problems[`own-${name}`]}>
            {(control) => (
              <input
                {...control}
                {...attributes}
                className="input"
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
      <button type="submit" className="button quiet" aria-disabled={isBusy}>
        {t('ownData.save')}
      </button>
    </form>
  );
}
