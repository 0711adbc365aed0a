import type { AgencyEntry, NewAgency } from '../../../api/types';
import { type AdminKey, ta } from '../../../i18n/ta';
import type { Stored } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';

/** A unit as the form holds it: every field is text or a mark. */
export interface AgencyValues {
  code: string;
  kind: AgencyEntry['kind'];
  shortName: string;
  name: string;
  parentCode: string;
  duty: string;
  onCall: boolean;
  phone: string;
  email: string;
  office: string;
  active: boolean;
}

export const kindTexts: Record<AgencyEntry['kind'], AdminKey> = {
  opd: 'agency.opd',
  kelurahan: 'agency.kelurahan',
  kecamatan: 'agency.kecamatan',
  external: 'agency.external',
};

/** A unit that is not there yet. */
export const newAgency: Stored<AgencyValues> = {
  version: 0,
  values: {
    code: '',
    kind: 'opd',
    shortName: '',
    name: '',
    parentCode: '',
    duty: '',
    onCall: false,
    phone: '',
    email: '',
    office: '',
    active: true,
  },
};

export function storedAgency(entry: AgencyEntry): Stored<AgencyValues> {
  const { version, parent, ...fields } = entry;
  return {
    version,
    values: {
      ...fields,
      parentCode: parent?.code ?? '',
      phone: fields.phone ?? '',
      email: fields.email ?? '',
      office: fields.office ?? '',
    },
  };
}

/** What is left empty is absent. */
export function sentAgency({ code: _, ...values }: AgencyValues): NewAgency {
  const { parentCode, phone, email, office, ...others } = values;
  return {
    ...others,
    parentCode: parentCode || null,
    phone: phone.trim() || null,
    email: email.trim() || null,
    office: office.trim() || null,
  };
}

export function agencyLooks(nameOf: (code: string) => string): FieldLooks<AgencyValues> {
  return {
    code: { label: ta('agency.code') },
    kind: { label: ta('agency.kind'), show: (kind) => ta(kindTexts[kind]) },
    shortName: { label: ta('agency.shortName') },
    name: { label: ta('agency.name') },
    parentCode: { label: ta('agency.parent'), show: (code) => (code ? nameOf(code) : '–') },
    duty: { label: ta('agency.duty') },
    onCall: { label: ta('agency.onCall') },
    phone: { label: ta('agency.phone') },
    email: { label: ta('agency.email') },
    office: { label: ta('agency.office') },
    active: { label: ta('agency.active') },
  };
}
