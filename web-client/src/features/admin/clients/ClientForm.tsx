import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AgencyEntry, ClientEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { Choices } from '../../../ui/Choices';
import { TextField } from '../../../ui/TextField';
import { agencyOptions } from '../agencies/useAllAgencies';
import { ItemForm } from '../frame/ItemForm';
import { OneTimeSecret } from '../frame/OneTimeSecret';
import { Picks } from '../frame/Picks';
import { ClientHistory } from './ClientHistory';
import { clientLooks, endOf, lastDay, newClient, sentClient, sentSettings, storedClient } from './clientValues';
import { ScopeChoices } from './ScopeChoices';
import { SecretPanel } from './SecretPanel';
import { useClientActs } from './useClients';

interface ClientFormProps {
  base: string;
  /** Absent for a new one. */
  client: ClientEntry | undefined;
  agencies: AgencyEntry[];
  /** The secret that the last page made, as it leads here. */
  told: { id: string; secret: string } | undefined;
  onTold: (told: { id: string; secret: string }) => void;
}

export function ClientForm({ base, client, agencies, told, onTold }: ClientFormProps) {
  const [, navigate] = useLocation();
  const acts = useClientActs();
  const [made, setMade] = useState(0);
  const nameOf = (code: string) => agencies.find((it) => it.code === code)?.shortName ?? code;

  return (
    <>
      {client && told?.id === client.id && (
        <OneTimeSecret
          key={made}
          title={ta('client.secretFor', { clientId: client.clientId })}
          secret={told.secret}
          hint={ta('client.secretHint')}
        />
      )}
      <ItemForm
        draftKey={`klien/${client?.id ?? 'baru'}`}
        stored={client ? storedClient(client) : newClient}
        looks={clientLooks(nameOf)}
        first={client ? 'name' : 'clientId'}
        save={async (values, version) => {
          if (client) return acts.change(client.id, sentSettings(values), version);
          const { client: added, secret } = await acts.create(sentClient(values));
          onTold({ id: added.id, secret });
          navigate(`${base}/${added.id}`);
        }}
        reread={async () => client && storedClient(await acts.reread(client.id))}
      >
        {({ values, update, problem }) => (
          <>
            {!client && (
              <TextField
                id="clientId"
                label={ta('client.clientId')}
                hint={ta('client.clientIdHint')}
                maxLength={64}
                problem={problem('clientId')}
                value={values.clientId}
                onChange={(clientId) => update({ clientId })}
              />
            )}
            <TextField
              id="name"
              label={ta('client.name')}
              hint={ta('client.nameHint')}
              maxLength={120}
              problem={problem('name')}
              value={values.name}
              onChange={(name) => update({ name })}
            />
            <ScopeChoices
              chosen={values.scopes}
              problem={problem('scopes')}
              onChange={(scopes) => update({ scopes })}
            />
            <Choices
              id="sight"
              legend={ta('client.sight')}
              choices={[
                { value: 'city', label: ta('client.wholeCity'), detail: ta('client.wholeCityHint') },
                { value: 'some', label: ta('client.someAgencies') },
              ]}
              value={values.isLimited ? 'some' : 'city'}
              onChange={(it) => update({ isLimited: it === 'some' })}
            />
            {values.isLimited && (
              <Picks
                id="agencies"
                label={ta('client.agencies')}
                add={ta('client.addAgency')}
                options={agencyOptions(agencies)}
                nameOf={nameOf}
                picked={values.agencies}
                problem={problem('agencies')}
                onChange={(picked) => update({ agencies: picked })}
              />
            )}
            <TextField
              id="expiresAt"
              type="date"
              label={ta('client.expiresAt')}
              hint={ta('client.expiresAtHint')}
              problem={problem('expiresAt')}
              value={lastDay(values.expiresAt)}
              onChange={(day) => update({ expiresAt: endOf(day) })}
            />
            <TextField
              id="requestsPerMinute"
              type="number"
              label={ta('client.requestsPerMinute')}
              hint={ta('client.requestsPerMinuteHint')}
              min={1}
              max={1_000_000}
              problem={problem('requestsPerMinute')}
              value={values.requestsPerMinute}
              onChange={(requestsPerMinute) => update({ requestsPerMinute })}
            />
            {client && (
              <Check
                id="disabled"
                label={ta('client.disabled')}
                hint={ta('client.disabledHint')}
                isChecked={values.disabled}
                onChange={(disabled) => update({ disabled })}
              />
            )}
          </>
        )}
      </ItemForm>
      {client && (
        <SecretPanel
          client={client}
          onTold={(secret) => {
            onTold({ id: client.id, secret });
            setMade((before) => before + 1);
          }}
        />
      )}
      {client && <ClientHistory id={client.id} />}
    </>
  );
}
