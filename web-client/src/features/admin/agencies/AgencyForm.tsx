import { useLocation } from 'wouter';
import type { AgencyEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { Combobox, type Option } from '../../../ui/Combobox';
import { SelectField } from '../../../ui/SelectField';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import { ItemForm } from '../frame/ItemForm';
import { ItemHistory } from '../frame/ItemHistory';
import { noteSaved } from '../frame/justSaved';
import { saysAll } from '../frame/SearchField';
import { agencyLooks, kindTexts, newAgency, sentAgency, storedAgency } from './agencyValues';
import { useRereadAgencies, useSaveAgency } from './useAllAgencies';

const optionsShown = 12;

interface AgencyFormProps {
  base: string;
  /** Absent for a new one. */
  entry: AgencyEntry | undefined;
  agencies: AgencyEntry[];
}

export function AgencyForm({ base, entry, agencies }: AgencyFormProps) {
  const [, navigate] = useLocation();
  const save = useSaveAgency();
  const reread = useRereadAgencies();
  const nameOf = (code: string) => agencies.find((it) => it.code === code)?.shortName ?? code;
  const parents: Option[] = agencies
    .filter((it) => it.active && it.code !== entry?.code)
    .map((it) => ({ value: it.code, label: it.shortName, detail: it.name }));
  const isArea = entry?.kind === 'kelurahan' || entry?.kind === 'kecamatan';
  const kinds = isArea ? [entry.kind] : (['opd', 'external'] as const);

  return (
    <>
      <ItemForm
        draftKey={`unit/${entry?.code ?? 'baru'}`}
        stored={entry ? storedAgency(entry) : newAgency}
        looks={agencyLooks(nameOf)}
        first={entry ? 'shortName' : 'code'}
        save={async (values, version) => {
          const code = entry?.code ?? values.code.trim().toUpperCase();
          await save(code || '-', sentAgency(values), version);
          if (entry) return;
          noteSaved(`unit/${code}`);
          navigate(`${base}/${encodeURIComponent(code)}`);
        }}
        reread={async () => {
          const now = (await reread()).find((it) => it.code === entry?.code);
          return now && storedAgency(now);
        }}
      >
        {({ values, update, problem }) => (
          <>
            {!entry && (
              <TextField
                id="code"
                label={ta('agency.code')}
                hint={ta('agency.codeHint')}
                maxLength={20}
                problem={problem('code')}
                value={values.code}
                onChange={(code) => update({ code })}
              />
            )}
            <SelectField
              id="kind"
              label={ta('agency.kind')}
              hint={isArea ? ta('agency.areaHint') : undefined}
              problem={problem('kind')}
              options={kinds.map((it) => ({ value: it, text: ta(kindTexts[it]) }))}
              value={values.kind}
              onChange={(kind) => update({ kind: kind as AgencyEntry['kind'] })}
            />
            <TextField
              id="shortName"
              label={ta('agency.shortName')}
              maxLength={60}
              problem={problem('shortName')}
              value={values.shortName}
              onChange={(shortName) => update({ shortName })}
            />
            <TextField
              id="name"
              label={ta('agency.name')}
              maxLength={200}
              problem={problem('name')}
              value={values.name}
              onChange={(name) => update({ name })}
            />
            <Combobox
              id="parentCode"
              label={ta('agency.parent')}
              hint={ta('agency.parentHint')}
              problem={problem('parentCode')}
              find={(text) => [
                ...(text ? [] : [{ value: '', label: ta('agency.noParent') }]),
                ...parents.filter((it) => saysAll(text, it.label, it.detail)).slice(0, optionsShown),
              ]}
              chosen={
                values.parentCode
                  ? { value: values.parentCode, label: nameOf(values.parentCode) }
                  : { value: '', label: ta('agency.noParent') }
              }
              none={ta('admin.noneFound')}
              onChoose={(it) => update({ parentCode: it?.value ?? '' })}
            />
            <TextArea
              id="duty"
              label={ta('agency.duty')}
              hint={ta('agency.dutyHint')}
              rows={3}
              maxLength={1000}
              problem={problem('duty')}
              value={values.duty}
              onChange={(duty) => update({ duty })}
            />
            <div className="field-pair">
              <TextField
                id="phone"
                type="tel"
                label={ta('agency.phone')}
                maxLength={40}
                problem={problem('phone')}
                value={values.phone}
                onChange={(phone) => update({ phone })}
              />
              <TextField
                id="email"
                type="email"
                label={ta('agency.email')}
                maxLength={254}
                problem={problem('email')}
                value={values.email}
                onChange={(email) => update({ email })}
              />
            </div>
            <TextField
              id="office"
              label={ta('agency.office')}
              maxLength={200}
              problem={problem('office')}
              value={values.office}
              onChange={(office) => update({ office })}
            />
            <Check
              id="onCall"
              label={ta('agency.onCall')}
              hint={ta('agency.onCallHint')}
              isChecked={values.onCall}
              onChange={(onCall) => update({ onCall })}
            />
            {!isArea && (
              <Check
                id="active"
                label={ta('agency.active')}
                hint={ta('agency.activeHint')}
                problem={problem('active')}
                isChecked={values.active}
                onChange={(active) => update({ active })}
              />
            )}
          </>
        )}
      </ItemForm>
      {entry && <ItemHistory subject="agency" item={entry.code} />}
    </>
  );
}
