import type { ServiceGroupEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { TextField } from '../../../ui/TextField';
import { ItemForm } from '../frame/ItemForm';
import { ItemHistory } from '../frame/ItemHistory';
import { useRereadServices, useSaveService } from './useAllServices';

const stored = ({ version, name, nameEn }: ServiceGroupEntry) => ({ version, values: { name, nameEn } });

/** The names of a group of services. */
export function GroupForm({ group }: { group: ServiceGroupEntry }) {
  const { saveGroup } = useSaveService();
  const reread = useRereadServices();
  return (
    <>
      <ItemForm
        draftKey={`jenis/kelompok-${group.code}`}
        stored={stored(group)}
        looks={{ name: { label: ta('service.groupName') }, nameEn: { label: ta('service.nameEn') } }}
        first="name"
        save={(values, version) => saveGroup(group.code, values, version)}
        reread={async () => {
          const now = (await reread()).groups.find((it) => it.code === group.code);
          return now && stored(now);
        }}
      >
        {({ values, update, problem }) => (
          <>
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
      <ItemHistory subject="serviceGroup" item={group.code} />
    </>
  );
}
