import { loadWards } from '../../api/reference';
import { useResource } from '../../api/useResource';
import { tm } from '../../i18n/tm';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { Skeleton } from '../../ui/Skeleton';
import type { CarFieldsProps } from './carDraft';

export function WardStep({ draft, update, problems }: CarFieldsProps) {
  const { data, problem, reload } = useResource(loadWards);
  if (!data) return problem === undefined ? <Skeleton shape="card" /> : <Failure problem={problem} onRetry={reload} />;
  const wards = data.features.map((it) => it.properties).sort((a, b) => a.name.localeCompare(b.name, 'id'));
  return (
    <SelectField
      id="kelurahanCode"
      label={tm('car.ward')}
      problem={problems.kelurahanCode}
      empty={tm('car.chooseWard')}
      options={wards.map((it) => ({ value: it.code, text: `${it.name} (${it.kecamatan.name})` }))}
      value={draft.ward?.code ?? ''}
      onChange={(code) => {
        const ward = wards.find((it) => it.code === code);
        update({ ward: ward && { code: ward.code, name: ward.name } });
      }}
    />
  );
}
