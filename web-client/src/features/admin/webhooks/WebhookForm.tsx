import { useState } from 'react';
import { useLocation } from 'wouter';
import { loadServices } from '../../../api/reference';
import type { WebhookEntry } from '../../../api/types';
import { useResource } from '../../../api/useResource';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { Combobox } from '../../../ui/Combobox';
import { TextField } from '../../../ui/TextField';
import { agencyOptions, useAllAgencies } from '../agencies/useAllAgencies';
import { useClients } from '../clients/useClients';
import { valueText } from '../frame/fieldLooks';
import { ItemForm } from '../frame/ItemForm';
import { ItemHistory } from '../frame/ItemHistory';
import { OneTimeSecret } from '../frame/OneTimeSecret';
import { Picks } from '../frame/Picks';
import { RemoveButton } from '../frame/RemoveButton';
import { saysAll } from '../frame/SearchField';
import { DeliveryLog } from './DeliveryLog';
import { SigningPanel } from './SigningPanel';
import { Trouble } from './Trouble';
import { useWebhookActs } from './useWebhooks';
import {
  eventText,
  eventTypes,
  newWebhook,
  sentChanges,
  sentWebhook,
  storedWebhook,
  webhookLooks,
} from './webhookValues';

interface WebhookFormProps {
  base: string;
  /** Absent for a new one. */
  webhook: WebhookEntry | undefined;
  /** The secret that the last page made, as it leads here. */
  told: { id: string; secret: string } | undefined;
  onTold: (told: { id: string; secret: string }) => void;
}

export function WebhookForm({ base, webhook, told, onTold }: WebhookFormProps) {
  const [, navigate] = useLocation();
  const acts = useWebhookActs();
  const [made, setMade] = useState(0);
  const { data: agencies = [] } = useAllAgencies();
  const { data: services = [] } = useResource(loadServices);
  const agencyName = (code: string) => agencies.find((it) => it.code === code)?.shortName ?? code;
  const serviceName = (code: string) => services.find((it) => it.code === code)?.name ?? code;

  return (
    <>
      {webhook && <Trouble webhook={webhook} />}
      {webhook && told?.id === webhook.id && (
        <OneTimeSecret
          key={made}
          title={ta('webhook.secretFor')}
          secret={told.secret}
          hint={ta('webhook.secretHint')}
        />
      )}
      <ItemForm
        draftKey={`webhook/${webhook?.id ?? 'baru'}`}
        stored={webhook ? storedWebhook(webhook) : newWebhook}
        looks={webhookLooks(agencyName, serviceName)}
        first={webhook ? 'url' : 'client'}
        save={async (values, version) => {
          if (webhook) return acts.change(webhook.id, sentChanges(values), version);
          const { webhook: added, secret } = await acts.create(sentWebhook(values));
          onTold({ id: added.id, secret });
          navigate(`${base}/${added.id}`);
        }}
        reread={async () => webhook && storedWebhook(await acts.reread(webhook.id))}
      >
        {({ values, update, problem }) => (
          <>
            {webhook ? (
              <p className="small muted">
                {ta('webhook.client')}: <code>{webhook.client}</code>
              </p>
            ) : (
              <ClientField
                problem={problem('client')}
                chosen={values.client}
                onChoose={(client) => update({ client })}
              />
            )}
            <TextField
              id="url"
              label={ta('webhook.url')}
              hint={ta('webhook.urlHint')}
              maxLength={1024}
              problem={problem('url')}
              value={values.url}
              onChange={(url) => update({ url })}
            />
            <TextField
              id="name"
              label={ta('client.name')}
              hint={ta('webhook.nameHint')}
              maxLength={120}
              problem={problem('name')}
              value={values.name}
              onChange={(name) => update({ name })}
            />
            <Picks
              id="events"
              label={ta('webhook.events')}
              add={ta('webhook.addEvent')}
              none={ta('webhook.allEvents')}
              options={eventTypes.map((it) => ({ value: it, label: eventText(it), detail: it }))}
              nameOf={eventText}
              picked={values.events}
              problem={problem('events')}
              onChange={(picked) => update({ events: picked })}
            />
            <Picks
              id="agencies"
              label={ta('client.agencies')}
              add={ta('client.addAgency')}
              none={ta('webhook.allAgencies')}
              options={agencyOptions(agencies)}
              nameOf={agencyName}
              picked={values.agencies}
              problem={problem('agencies')}
              onChange={(picked) => update({ agencies: picked })}
            />
            <Picks
              id="services"
              label={ta('webhook.services')}
              add={ta('webhook.addService')}
              none={ta('webhook.allServices')}
              options={services.map((it) => ({ value: it.code, label: it.name, detail: it.group.name }))}
              nameOf={serviceName}
              picked={values.services}
              problem={problem('services')}
              onChange={(picked) => update({ services: picked })}
            />
            <TextField
              id="noticeEmail"
              type="email"
              label={ta('webhook.noticeEmail')}
              hint={ta('webhook.noticeEmailHint')}
              maxLength={254}
              problem={problem('noticeEmail')}
              value={values.noticeEmail}
              onChange={(noticeEmail) => update({ noticeEmail })}
            />
            {webhook && (
              <Check
                id="enabled"
                label={ta('webhook.enabled')}
                hint={ta('webhook.enabledHint')}
                isChecked={values.enabled}
                onChange={(enabled) => update({ enabled })}
              />
            )}
          </>
        )}
      </ItemForm>
      {webhook && (
        <>
          <DeliveryLog webhook={webhook} />
          <SigningPanel
            webhook={webhook}
            onTold={(secret) => {
              onTold({ id: webhook.id, secret });
              setMade((before) => before + 1);
            }}
          />
          <ItemHistory
            subject="webhook"
            item={webhook.id}
            tell={(value, field) =>
              field === 'state' && typeof value === 'string' ? stateText(value) : valueText(value)
            }
          />
          <RemoveButton
            label={ta('webhook.remove')}
            remove={async () => {
              await acts.remove(webhook.id, webhook.version);
              navigate(base);
            }}
          />
        </>
      )}
    </>
  );
}

/** Whose it is to be: one of those that may have webhooks. */
function ClientField(props: { problem: string | undefined; chosen: string; onChoose: (clientId: string) => void }) {
  const clients = useClients();
  const open = (clients.data?.pages.flatMap((page) => page.items) ?? []).filter(
    (it) => it.scopes.includes('webhooks:manage') && !it.disabled,
  );
  const options = open.map((it) => ({ value: it.clientId, label: it.name, detail: it.clientId }));
  return (
    <Combobox
      id="client"
      label={ta('webhook.client')}
      hint={ta('webhook.clientHint')}
      problem={props.problem}
      chosen={options.find((it) => it.value === props.chosen)}
      none={ta('webhook.noClient')}
      find={(text) => options.filter((it) => saysAll(text, it.label, it.detail))}
      onChoose={(it) => props.onChoose(it?.value ?? '')}
    />
  );
}

/** The history tells `Active` as the program calls it. */
function stateText(state: string): string {
  return ta(`webhook.state.${state.toLowerCase() as WebhookEntry['state']}`);
}
