import { useLocation } from 'wouter';
import type { ServiceEntry, ServiceGroupEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { SelectField } from '../../../ui/SelectField';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import { ItemForm } from '../frame/ItemForm';
import { ItemHistory } from '../frame/ItemHistory';
import { noteSaved } from '../frame/justSaved';
import { QuestionsEditor } from './QuestionsEditor';
import { classifications, newService, sentService, serviceLooks, storedService } from './serviceValues';
import { useRereadServices, useSaveService } from './useAllServices';

interface ServiceFormProps {
  base: string;
  /** Absent for a new one. */
  entry: ServiceEntry | undefined;
  groups: ServiceGroupEntry[];
}

export function ServiceForm({ base, entry, groups }: ServiceFormProps) {
  const [, navigate] = useLocation();
  const { saveService } = useSaveService();
  const reread = useRereadServices();
  const groupName = (code: string) => groups.find((it) => it.code === code)?.name ?? code;

  return (
    <>
      <ItemForm
        draftKey={`jenis/${entry?.code ?? 'baru'}`}
        stored={entry ? storedService(entry) : newService}
        looks={serviceLooks(groupName)}
        first={entry ? 'name' : 'code'}
        save={async (values, version) => {
          const code = entry?.code ?? values.code.trim().toUpperCase();
          await saveService(code || '-', sentService(values), version);
          if (entry) return;
          noteSaved(`jenis/${code}`);
          navigate(`${base}/${encodeURIComponent(code)}`);
        }}
        reread={async () => {
          const now = (await reread()).items.find((it) => it.code === entry?.code);
          return now && storedService(now);
        }}
      >
        {({ values, update, problem }) => (
          <>
            {!entry && (
              <TextField
                id="code"
                label={ta('service.code')}
                hint={ta('service.codeHint')}
                maxLength={20}
                problem={problem('code')}
                value={values.code}
                onChange={(code) => update({ code })}
              />
            )}
            <TextField
              id="name"
              label={ta('service.name')}
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
            <div className="field-pair">
              <SelectField
                id="groupCode"
                label={ta('service.group')}
                problem={problem('groupCode')}
                empty={ta('service.chooseGroup')}
                options={groups.map((it) => ({ value: it.code, text: it.name }))}
                value={values.groupCode}
                onChange={(groupCode) => update({ groupCode })}
              />
              <SelectField
                id="classification"
                label={ta('service.classification')}
                options={classifications.map((it) => ({ value: it, text: ta(`classification.${it}`) }))}
                value={values.classification}
                onChange={(it) => update({ classification: it as ServiceEntry['classification'] })}
              />
            </div>
            <h2>{ta('service.promise')}</h2>
            <Check
              id="emergency"
              label={ta('service.emergency')}
              hint={ta('service.emergencyHint')}
              isChecked={values.emergency}
              onChange={(emergency) => update({ emergency })}
            />
            {values.emergency ? (
              <TextField
                id="responseMinutes"
                type="number"
                label={ta('service.responseMinutes')}
                min={1}
                max={240}
                problem={problem('responseMinutes')}
                value={values.responseMinutes}
                onChange={(responseMinutes) => update({ responseMinutes })}
              />
            ) : (
              <TextField
                id="resolveDays"
                type="number"
                label={ta('service.resolveDays')}
                hint={ta('service.resolveDaysHint')}
                min={1}
                max={60}
                problem={problem('resolveDays')}
                value={values.resolveDays}
                onChange={(resolveDays) => update({ resolveDays })}
              />
            )}
            <Check
              id="photoAfterRequired"
              label={ta('service.photoAfter')}
              isChecked={values.photoAfterRequired}
              onChange={(photoAfterRequired) => update({ photoAfterRequired })}
            />
            <Check
              id="confidential"
              label={ta('service.confidential')}
              hint={ta('service.confidentialHint')}
              isChecked={values.confidential || values.integrity}
              onChange={(confidential) => update({ confidential })}
            />
            {!entry && (
              <Check
                id="integrity"
                label={ta('service.integrity')}
                hint={ta('service.integrityHint')}
                problem={problem('integrity')}
                isChecked={values.integrity}
                onChange={(integrity) => update({ integrity })}
              />
            )}
            <h2>{ta('service.hearing')}</h2>
            <TextArea
              id="words"
              label={ta('service.words')}
              hint={ta('service.wordsHint')}
              rows={6}
              problem={problem('words') ?? problem('words[0]')}
              value={values.words}
              onChange={(words) => update({ words })}
            />
            <TextArea
              id="colloquialWords"
              label={ta('service.colloquialWords')}
              rows={4}
              problem={problem('colloquialWords')}
              value={values.colloquialWords}
              onChange={(colloquialWords) => update({ colloquialWords })}
            />
            <QuestionsEditor
              questions={values.questions}
              stored={entry?.questions ?? []}
              problem={problem}
              onChange={(questions) => update({ questions })}
            />
            <Check
              id="active"
              label={ta('service.active')}
              hint={ta('service.activeHint')}
              isChecked={values.active}
              onChange={(active) => update({ active })}
            />
          </>
        )}
      </ItemForm>
      {entry && <ItemHistory subject="service" item={entry.code} />}
    </>
  );
}
