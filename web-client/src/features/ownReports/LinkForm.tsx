import { type SubmitEvent, useCallback, useState } from 'react';
import { Link } from 'wouter';
import { api, unwrap } from '../../api/client';
import { useResource } from '../../api/useResource';
import { language, type MessageKey, t } from '../../i18n/t';
import { Announcement } from '../../ui/Announcement';
import { Choices } from '../../ui/Choices';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { Failure } from '../../ui/Failure';
import { Field } from '../../ui/Field';
import { fieldErrors } from '../../ui/fieldErrors';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';

type Way = 'email' | 'phone';

const fields: Record<Way, { label: MessageKey; type: string; autoComplete: string }> = {
  email: { label: 'own.email', type: 'email', autoComplete: 'email' },
  phone: { label: 'own.phone', type: 'tel', autoComplete: 'tel' },
};

/** Asks for a link to the contact that stands in the reports. The answer is the same whether there are any: only the contact hears. */
export function LinkForm() {
  const load = useCallback((signal: AbortSignal) => unwrap(api.GET('/api/v1/own-reports/links', { signal })), []);
  const { data, problem, reload } = useResource(load);
  if (!data) return problem === undefined ? <Skeleton shape="card" /> : <Failure problem={problem} onRetry={reload} />;
  const ways: Way[] = [...(data.email ? (['email'] as const) : []), ...(data.whatsApp ? (['phone'] as const) : [])];
  if (ways.length === 0) {
    return (
      <>
        <Notice tone="info">
          <p>{t('own.unavailable')}</p>
        </Notice>
        <p>
          <Link href="/lacak">{t('track.title')}</Link>
        </p>
      </>
    );
  }
  return <AskForLink ways={ways} />;
}

function AskForLink({ ways }: { ways: Way[] }) {
  const [way, setWay] = useState<Way>(ways[0] ?? 'email');
  const [contact, setContact] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState<{ contact: string; minutes: number }>();
  const { label, ...attributes } = fields[way];

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!contact.trim()) return setErrors([{ field: way, text: t('own.required') }]);
    setErrors([]);
    setBusy(true);
    try {
      const body = { [way]: contact.trim(), language };
      const { minutes } = await unwrap(api.POST('/api/v1/own-reports/links', { body }));
      setSent({ contact: contact.trim(), minutes });
    } catch (cause) {
      setErrors(fieldErrors(cause, way));
    } finally {
      setBusy(false);
    }
  };

  if (sent) {
    return (
      <>
        <Announcement tone="ok" role="status">
          <h2>{t('own.sentTitle')}</h2>
          <p>{t('own.sent', sent)}</p>
        </Announcement>
        <p className="small muted">{t('own.without')}</p>
        <button type="button" className="text-button" onClick={() => setSent(undefined)}>
          {t('own.another')}
        </button>
      </>
    );
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p className="muted">{t(ways.length > 1 ? 'own.lead' : way === 'email' ? 'own.leadEmail' : 'own.leadPhone')}</p>
      <ErrorSummary title={t('own.failed')} errors={errors} />
      {ways.length > 1 && (
        <Choices
          id="way"
          legend={t('own.way')}
          value={way}
          choices={[
            { value: 'email', label: t('own.byEmail') },
            { value: 'phone', label: t('own.byPhone') },
          ]}
          onChange={(chosen) => {
            setWay(chosen);
            setErrors([]);
          }}
        />
      )}
      <Field id={way} label={t(label)} problem={errors[0]?.text}>
        {(control) => (
          <input
            {...control}
            {...attributes}
            className="input"
            value={contact}
            onChange={(event) => setContact(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" className="button wide" aria-disabled={isBusy}>
        {t(isBusy ? 'own.sending' : 'own.send')}
      </button>
      <p className="small muted">{t('own.without')}</p>
    </form>
  );
}
