import { useLocation } from 'wouter';
import type { ServiceGroupEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { TextField } from '../../../ui/TextField';
import type { Stored } from '../frame/drafts';
import { ItemForm } from '../frame/ItemForm';
import { ItemHistory } from '../frame/ItemHistory';
import { noteSaved } from '../frame/justSaved';
import { useRereadServices, useSaveService } from './useAllServices';

/** Before the code of a group in the address: services stand there by their codes alone. */
export const groupPrefix = 'kelompok-';

interface GroupValues {
  code: string;
  name: string;
  nameEn: string;
}

const newGroup: Stored<GroupValues> = { version: 0, values: { code: '', name: '', nameEn: '' } };

const stored = ({ version, ...values }: ServiceGroupEntry): Stored<GroupValues> => ({ version, values });

interface GroupFormProps {
  base: string;
  /** Absent for a new one. */
  group: ServiceGroupEntry | undefined;
}

/** The names of a group of services. */
export function GroupForm({ base, group }: GroupFormProps) {
  const [, navigate] = useLocation();
  const { saveGroup } = useSaveService();
  const reread = useRereadServices();
  return (
    <>
      <ItemForm
        draftKey={`jenis/${groupPrefix}${group?.code ?? 'baru'}`}
        stored={group ? stored(group) : newGroup}
        looks={{
          code: { label: ta('service.code') },
          name: { label: ta('service.groupName') },
          nameEn: { label: ta('service.nameEn') },
        }}
        first={group ? 'name' : 'code'}
        save={async ({ code: typed, ...names }, version) => {
          const code = group?.code ?? typed.trim().toUpperCase();
          await saveGroup(code || '-', names, version);
          if (group) return;
          noteSaved(`jenis/${groupPrefix}${code}`);
          navigate(`${base}/${groupPrefix}${encodeURIComponent(code)}`);
        }}
        reread={async () => {
          const now = (await reread()).groups.find((it) => it.code === group?.code);
          return now && stored(now);
        }}
      >
        {({ values, update, problem }) => (
          <>
            {!group && (
              <TextField
                id="code"
                label={ta('service.code')}
                hint={ta('service.groupCodeHint')}
                maxLength={20}
                problem={problem('code')}
                value={values.code}
                onChange={(code) => update({ code })}
              />
            )}
            <TextField
              id="name"
              label={ta('service.groupName')}
              maxLength={120}
              problem={problem('name')}
              value={values.name}
              onChange={(name) => update({ name })}
            />
            <TextField
              id="nameEn"
              label={ta('service.nameEn')}
              maxLength={120}
              problem={problem('nameEn')}
              value={values.nameEn}
              onChange={(nameEn) => update({ nameEn })}
            />
          </>
        )}
      </ItemForm>
      {group && <ItemHistory subject="serviceGroup" item={group.code} />}
    </>
  );
}
