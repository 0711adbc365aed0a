import { useLocation } from 'wouter';
import type { IndicatorEntry, NewIndicator } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Check } from '../../../ui/Check';
import { Notice } from '../../../ui/Notice';
import { SelectField } from '../../../ui/SelectField';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import { ItemForm } from '../frame/ItemForm';
import { noteSaved } from '../frame/justSaved';
import { IndicatorHistory } from './IndicatorHistory';
import {
  groups,
  type IndicatorValues,
  indicatorLooks,
  measures,
  newIndicator,
  sentIndicator,
  storedIndicator,
} from './indicatorValues';
import { useRereadIndicators, useSaveIndicator } from './useIndicators';

interface IndicatorFormProps {
  base: string;
  /** Absent for a new one. */
  entry: IndicatorEntry | undefined;
}

/** What an indicator is from today on. */
export function IndicatorForm({ base, entry }: IndicatorFormProps) {
  const [, navigate] = useLocation();
  const save = useSaveIndicator();
  const reread = useRereadIndicators();
  return (
    <>
      <Notice tone="info">
        <p>{ta('indicator.from')}</p>
      </Notice>
      <ItemForm
        draftKey={`indikator/${entry?.code ?? 'baru'}`}
        stored={entry ? storedIndicator(entry) : newIndicator}
        looks={indicatorLooks()}
        first={entry ? 'name' : 'code'}
        save={async (values, version) => {
          const code = entry?.code ?? values.code.trim().toUpperCase();
          await save(code || '-', sentIndicator(values), version);
          if (values.retired) navigate(base);
          else if (!entry) {
            noteSaved(`indikator/${code}`);
            navigate(`${base}/${code}`);
          }
        }}
        reread={async () => {
          const now = (await reread()).items.find((it) => it.code === entry?.code);
          return now && storedIndicator(now);
        }}
      >
        {({ values, update, problem }) => {
          const text = (field: 'code' | 'name' | 'nameEn', maxLength: number, hint?: string) => (
            <TextField
              id={field}
              label={ta(`indicator.${field}`)}
              {...(hint && { hint })}
              maxLength={maxLength}
              problem={problem(field)}
              value={values[field]}
              onChange={(it) => update({ [field]: it })}
            />
          );
          const words = (field: 'definition' | 'definitionEn') => (
            <TextArea
              id={field}
              label={ta(`indicator.${field}`)}
              rows={4}
              maxLength={500}
              problem={problem(field)}
              value={values[field]}
              onChange={(it) => update({ [field]: it })}
            />
          );
          const figure = (field: 'target' | 'tolerance' | 'rank', hint?: string) => (
            <TextField
              id={field}
              label={ta(`indicator.${field}`)}
              {...(hint && { hint })}
              problem={problem(field)}
              value={values[field]}
              onChange={(it) => update({ [field]: it })}
            />
          );
          const measure = (field: 'numerator' | 'denominator') => (
            <SelectField
              id={field}
              label={ta(`indicator.${field}`)}
              problem={problem(field)}
              options={measures.map((it) => ({ value: it, text: ta(`measure.${it}`) }))}
              value={values[field]}
              onChange={(it) => update({ [field]: it as NewIndicator['numerator'] })}
            />
          );
          return (
            <>
              {!entry && text('code', 40, ta('indicator.codeHint'))}
              {text('name', 100)}
              {text('nameEn', 100)}
              {words('definition')}
              {words('definitionEn')}
              <SelectField
                id="group"
                label={ta('indicator.group')}
                options={groups.map((it) => ({ value: it, text: ta(`indicator.group.${it}`) }))}
                value={values.group}
                onChange={(group) => update({ group: group as IndicatorValues['group'] })}
              />
              {measure('numerator')}
              {measure('denominator')}
              <div className="field-pair">
                <SelectField
                  id="unit"
                  label={ta('indicator.unit')}
                  options={(['percent', 'average'] as const).map((it) => ({
                    value: it,
                    text: ta(`indicator.unit.${it}`),
                  }))}
                  value={values.unit}
                  onChange={(unit) => update({ unit: unit as IndicatorValues['unit'] })}
                />
                <SelectField
                  id="aim"
                  label={ta('indicator.aim')}
                  options={(['higher', 'lower'] as const).map((it) => ({ value: it, text: ta(`indicator.aim.${it}`) }))}
                  value={values.aim}
                  onChange={(aim) => update({ aim: aim as IndicatorValues['aim'] })}
                />
              </div>
              {figure('target')}
              {figure('tolerance', ta('indicator.toleranceHint'))}
              {figure('rank')}
              {entry && (
                <Check
                  id="retired"
                  label={ta('indicator.retired')}
                  hint={ta('indicator.retiredHint')}
                  isChecked={values.retired}
                  onChange={(retired) => update({ retired })}
                />
              )}
            </>
          );
        }}
      </ItemForm>
      {entry && <IndicatorHistory entry={entry} />}
    </>
  );
}
