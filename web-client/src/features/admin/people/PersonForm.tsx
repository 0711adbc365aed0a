import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AgencyEntry, NewUser, StaffRole, StaffUser } from '../../../api/types';
import { lookUp } from '../../../i18n/t';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { Combobox } from '../../../ui/Combobox';
import { Notice } from '../../../ui/Notice';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import type { Stored } from '../frame/drafts';
import { ItemForm } from '../frame/ItemForm';
import { ItemHistory } from '../frame/ItemHistory';
import { saysAll } from '../frame/SearchField';
import { AccessPanel } from './AccessPanel';
import { OneTimePassword } from './OneTimePassword';
import { usePersonActs, useRoles } from './usePeople';

const optionsShown = 12;

interface PersonValues {
  userName: string;
  name: string;
  role: StaffRole;
  agencyCode: string;
  email: string;
  blocked: boolean;
}

const newPerson: Stored<PersonValues> = {
  version: 0,
  values: { userName: '', name: '', role: 'officer', agencyCode: '', email: '', blocked: false },
};

function stored({ version, userName, name, role, agency, email, blocked }: StaffUser): Stored<PersonValues> {
  return { version, values: { userName, name, role, agencyCode: agency?.code ?? '', email: email ?? '', blocked } };
}

function sent({ userName: _, agencyCode, email, ...values }: PersonValues): NewUser {
  return { ...values, agencyCode: agencyCode || null, email: email.trim() || null };
}

interface PersonFormProps {
  base: string;
  /** Absent for a new one. */
  person: StaffUser | undefined;
  agencies: AgencyEntry[];
  /** The password that the last page made, as it leads here. */
  told: { userName: string; password: string } | undefined;
  onTold: (told: { userName: string; password: string }) => void;
}

export function PersonForm({ base, person, agencies, told, onTold }: PersonFormProps) {
  const [, navigate] = useLocation();
  const roles = useRoles().data ?? [];
  const acts = usePersonActs();
  const nameOf = (code: string) => agencies.find((it) => it.code === code)?.shortName ?? code;
  const [isReset, setReset] = useState(0);

  return (
    <>
      {person && told?.userName === person.userName && (
        <OneTimePassword
          key={isReset}
          userName={person.userName}
          password={told.password}
          until={person.oneTimeUntil}
        />
      )}
      {person?.demo && (
        <Notice tone="info">
          <p>{ta('person.demo')}</p>
        </Notice>
      )}
      <ItemForm
        draftKey={`orang/${person?.userName ?? 'baru'}`}
        stored={person ? stored(person) : newPerson}
        looks={{
          userName: { label: ta('person.userName') },
          name: { label: ta('person.name') },
          role: { label: ta('person.role'), show: (it) => ta(`role.${it}`) },
          agencyCode: { label: ta('person.agency'), show: (it) => (it ? nameOf(it) : '–') },
          email: { label: ta('agency.email') },
          blocked: { label: ta('person.blocked') },
        }}
        first={person ? 'name' : 'userName'}
        save={async (values, version) => {
          const userName = person?.userName ?? values.userName.trim();
          const saved = await acts.save(userName || '-', sent(values), version);
          if (saved.oneTimePassword) onTold({ userName, password: saved.oneTimePassword });
          if (!person) navigate(`${base}/${encodeURIComponent(userName)}`);
        }}
        reread={async () => person && stored(await acts.reread(person.userName))}
      >
        {({ values, update, problem }) => {
          const role = roles.find((it) => it.role === values.role);
          return (
            <>
              {!person && (
                <TextField
                  id="userName"
                  label={ta('person.userName')}
                  hint={ta('person.userNameHint')}
                  maxLength={64}
                  problem={problem('userName')}
                  value={values.userName}
                  onChange={(userName) => update({ userName })}
                />
              )}
              <TextField
                id="name"
                label={ta('person.name')}
                maxLength={120}
                problem={problem('name')}
                value={values.name}
                onChange={(name) => update({ name })}
              />
              <SelectField
                id="role"
                label={ta('person.role')}
                hint={role?.permissions.map((it) => lookUp(`permission.${it}`) ?? it).join('; ')}
                problem={problem('role')}
                options={roles.map((it) => ({ value: it.role, text: ta(`role.${it.role}`) }))}
                value={values.role}
                onChange={(it) => update({ role: it as StaffRole })}
              />
              <Combobox
                id="agencyCode"
                label={ta('person.agency')}
                hint={ta('person.agencyHint')}
                problem={problem('agencyCode')}
                find={(text) => [
                  ...(text ? [] : [{ value: '', label: ta('person.noAgency') }]),
                  ...agencies
                    .filter((it) => it.active && it.kind !== 'external' && saysAll(text, it.shortName, it.name))
                    .slice(0, optionsShown)
                    .map((it) => ({ value: it.code, label: it.shortName, detail: it.name })),
                ]}
                chosen={
                  values.agencyCode
                    ? { value: values.agencyCode, label: nameOf(values.agencyCode) }
                    : { value: '', label: ta('person.noAgency') }
                }
                none={ta('admin.noneFound')}
                onChoose={(it) => update({ agencyCode: it?.value ?? '' })}
              />
              <TextField
                id="email"
                type="email"
                label={ta('agency.email')}
                hint={ta('person.emailHint')}
                maxLength={254}
                problem={problem('email')}
                value={values.email}
                onChange={(email) => update({ email })}
              />
              {person && (
                <Check
                  id="blocked"
                  label={ta('person.blocked')}
                  hint={ta('person.blockedHint')}
                  problem={problem('blocked')}
                  isChecked={values.blocked}
                  onChange={(blocked) => update({ blocked })}
                />
              )}
            </>
          );
        }}
      </ItemForm>
      {person && !person.demo && (
        <AccessPanel
          person={person}
          onTold={(password) => {
            onTold({ userName: person.userName, password });
            setReset((before) => before + 1);
          }}
        />
      )}
      {person && <ItemHistory subject="user" item={person.userName} />}
    </>
  );
}
