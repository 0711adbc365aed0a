import { useState } from 'react';
import type { CarRequestDetail } from '../../api/types';
import { t } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { TextField } from '../../ui/TextField';
import { useCarContact } from './useCars';

/** Whom to call: read with a reason, and never without a trace. */
export function ContactReader({ request }: { request: CarRequestDetail }) {
  const [reason, setReason] = useState('');
  const contact = useCarContact(request.id);
  if (!request.hasContact) return <p className="muted">{tm('car.noContact')}</p>;
  if (contact.data) {
    const { name, phone, email } = contact.data;
    return (
      <p role="status">
        <strong>{tm('car.contact')}:</strong> {[name, email].filter(Boolean).join(', ')}{' '}
        {phone && <a href={`tel:${phone}`}>{phone}</a>}
      </p>
    );
  }
  const errors = contact.error ? fieldErrors(contact.error, 'contact-reason') : [];
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        contact.mutate(reason);
      }}
    >
      <ErrorSummary title={t('report.errors')} errors={errors.map((it) => ({ ...it, field: 'contact-reason' }))} />
      <TextField
        id="contact-reason"
        label={tm('car.readReason')}
        hint={tm('car.readHint')}
        maxLength={500}
        problem={errors[0]?.text}
        value={reason}
        onChange={setReason}
      />
      <button type="submit" className="button quiet compact" aria-disabled={contact.isPending}>
        {tm('car.readContact')}
      </button>
    </form>
  );
}
