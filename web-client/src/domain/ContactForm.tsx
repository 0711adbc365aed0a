import { type SubmitEvent, useState } from 'react';
import type { OwnContact } from '../api/types';
import { t } from '../i18n/t';
import { ErrorSummary, type FieldError } from '../ui/ErrorSummary';
import { Field } from '../ui/Field';
import { fieldErrors } from '../ui/fieldErrors';

interface ContactFormProps {
  contact: OwnContact | null;
  /** Nobody reads the name of an anonymous report, so none is asked for. */
  isAnonymous?: boolean;
  /** How the fields are called where not all of them may stay empty. */
  labels?: Record<keyof OwnContact, string>;
  /** Puts this in the place of what is kept. */
  save: (contact: Partial<OwnContact>) => Promise<unknown>;
  onCorrected: () => void;
}

const fields = [
  { name: 'name', label: 'contact.name', type: 'text', autoComplete: 'name' },
  { name: 'phone', label: 'contact.phone', type: 'tel', autoComplete: 'tel' },
  { name: 'email', label: 'contact.email', type: 'email', autoComplete: 'email' },
] as const;

/** Corrects the contact; what is left empty is no longer kept. */
export function ContactForm({ contact, isAnonymous = false, labels, save, onCorrected }: ContactFormProps) {
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
      await save(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim())));
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
          <Field key={name} id={`own-${name}`} label={labels?.[name] ?? t(label)} problem={problems[`own-${name}`]}>
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
