import type { ClientEntry, ClientSettings, NewClient } from '../../../api/types';
import { dateTime } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import type { Stored } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';

/** What a token can be good for, as the server names it. */
export const scopes = ['reports:read', 'reports:write', 'updates:write', 'webhooks:manage', 'exports:read'] as const;

export interface ClientValues {
  clientId: string;
  name: string;
  scopes: string[];
  /** False for the whole city. */
  isLimited: boolean;
  agencies: string[];
  /** Empty without end. */
  expiresAt: string;
  /** As typed; empty for what everybody may. */
  requestsPerMinute: string;
  disabled: boolean;
}

export const newClient: Stored<ClientValues> = {
  version: 0,
  values: {
    clientId: '',
    name: '',
    scopes: [],
    isLimited: false,
    agencies: [],
    expiresAt: '',
    requestsPerMinute: '',
    disabled: false,
  },
};

export function storedClient({ version, agencies, expiresAt, ...entry }: ClientEntry): Stored<ClientValues> {
  const { clientId, name, scopes, disabled } = entry;
  const codes = agencies?.map((it) => it.code) ?? [];
  return {
    version,
    values: {
      clientId,
      name,
      scopes,
      disabled,
      isLimited: agencies !== null,
      agencies: codes,
      expiresAt: expiresAt ?? '',
      requestsPerMinute: entry.requestsPerMinute === null ? '' : String(entry.requestsPerMinute),
    },
  };
}

export function sentSettings(values: ClientValues): ClientSettings {
  const { clientId: _, isLimited, agencies, expiresAt, requestsPerMinute, ...others } = values;
  return {
    ...others,
    agencies: isLimited ? agencies : null,
    expiresAt: expiresAt || null,
    requestsPerMinute: requestsPerMinute ? Number(requestsPerMinute) : null,
  };
}

export function sentClient({ disabled: _, clientId, ...values }: ClientValues): NewClient {
  const { disabled: __, ...settings } = sentSettings({ ...values, clientId, disabled: false });
  return { clientId: clientId.trim(), ...settings };
}

const wib = 7 * 3_600_000;
const wholeDay = 86_400_000;

/** The last day, in WIB, on which something that ends at `instant` is still good; empty without end. */
export function lastDay(instant: string): string {
  return instant && new Date(Date.parse(instant) - 1 + wib).toISOString().slice(0, 10);
}

/** The end of a day in WIB; empty for no day. */
export function endOf(day: string): string {
  return day && new Date(Date.parse(`${day}T00:00:00Z`) + wholeDay - wib).toISOString();
}

export function isOver({ expiresAt }: ClientEntry): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}

export const scopeText = (scope: string) => ta(`scope.${scope as (typeof scopes)[number]}`);

export function clientLooks(agencyName: (code: string) => string): FieldLooks<ClientValues> {
  return {
    clientId: { label: ta('client.clientId') },
    name: { label: ta('client.name') },
    scopes: { label: ta('client.scopes'), show: (it) => it.map(scopeText).join('; ') },
    isLimited: { label: ta('client.sight'), show: (it) => ta(it ? 'client.someAgencies' : 'client.wholeCity') },
    agencies: { label: ta('client.agencies'), show: (it) => it.map(agencyName).join(', ') || '–' },
    expiresAt: { label: ta('client.expiresAt'), show: (it) => (it ? dateTime(it) : ta('client.noEnd')) },
    requestsPerMinute: { label: ta('client.requestsPerMinute') },
    disabled: { label: ta('client.disabled') },
  };
}
