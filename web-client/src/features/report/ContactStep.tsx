import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import type { StepProps } from './stepProps';

export function ContactStep({ draft, update, service, problems }: StepProps) {
  return (
    <>
      <Choices
        id="identity"
        legend={t('contact.identity')}
        value={draft.anonymous ? 'anonymous' : 'named'}
        choices={[
          { value: 'named', label: t('contact.named'), detail: t('contact.namedDetail') },
          { value: 'anonymous', label: t('contact.anonymous'), detail: t('contact.anonymousDetail') },
        ]}
        onChange={(choice) => update({ anonymous: choice === 'anonymous' })}
      />
      {service?.confidential ? (
        <Notice tone="info" icon="lock">
          <p>{t('contact.alwaysConfidential')}</p>
        </Notice>
      ) : (
        <label className="choice">
          <input
            type="checkbox"
            checked={draft.confidential}
            onChange={(event) => update({ confidential: event.currentTarget.checked })}
          />
          <span>{t('contact.confidential')}</span>
          <span className="detail">{t('contact.confidentialDetail')}</span>
        </label>
      )}
      {!draft.anonymous && (
        <Field id="name" label={t('contact.name')} problem={problems.name}>
          {(control) => (
            <input
              {...control}
              className="input"
              autoComplete="name"
              value={draft.name}
              onChange={(event) => update({ name: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Field id="phone" label={t('contact.phone')} hint={t('contact.phoneHint')} problem={problems.phone}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="tel"
            autoComplete="tel"
            value={draft.phone}
            onChange={(event) => update({ phone: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="email" label={t('contact.email')} problem={problems.email}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="email"
            autoComplete="email"
            value={draft.email}
            onChange={(event) => update({ email: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
