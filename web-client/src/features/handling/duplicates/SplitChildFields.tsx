import { useQuery } from '@tanstack/react-query';
import { loadServices, loadWards } from '../../../api/reference';
import type { ReportDetail } from '../../../api/types';
import { t } from '../../../i18n/t';
import { Field } from '../../../ui/Field';
import { SelectField } from '../../../ui/SelectField';
import { TextArea } from '../../../ui/TextArea';
import { SplitAnswer } from './SplitAnswer';
import { type ChildDraft, childField, questionsOf } from './splitting';

interface SplitChildFieldsProps {
  index: number;
  child: ChildDraft;
  report: ReportDetail;
  problems: Record<string, string>;
  onChange: (part: Partial<ChildDraft>) => void;
  /** Absent for the only part. */
  onRemove: (() => void) | undefined;
}

/** One part of a report that becomes a report: its words, and what differs from the whole. */
export function SplitChildFields({ index, child, report, problems, onChange, onRemove }: SplitChildFieldsProps) {
  const forever = { staleTime: Number.POSITIVE_INFINITY };
  const { data: services = [] } = useQuery({ queryKey: ['services'], queryFn: loadServices, ...forever });
  const { data: wards } = useQuery({ queryKey: ['wards'], queryFn: loadWards, ...forever });
  const field = (name: string) => ({ id: childField(index, name), problem: problems[childField(index, name)] });
  return (
    <fieldset className="split-child stack">
      <legend>{t('split.part', { number: index + 1 })}</legend>
      <TextArea
        {...field('description')}
        label={t('split.description')}
        rows={2}
        value={child.description}
        onChange={(description) => onChange({ description })}
      />
      <SelectField
        {...field('serviceCode')}
        label={t('words.service')}
        empty={t('split.sameService', { service: report.service.name })}
        options={services.map((it) => ({ value: it.code, text: it.name }))}
        value={child.serviceCode}
        onChange={(serviceCode) => onChange({ serviceCode, answers: {} })}
      />
      {questionsOf(child, report, services).map((question) => (
        <SplitAnswer
          key={question.code}
          question={question}
          {...field(`answers.${question.code}`)}
          value={child.answers[question.code] ?? ''}
          onChange={(value) => onChange({ answers: { ...child.answers, [question.code]: value } })}
        />
      ))}
      <SelectField
        {...field('kelurahanCode')}
        label={t('queue.kelurahan')}
        empty={t('split.samePlace')}
        options={wards?.features.map(({ properties: it }) => ({ value: it.code, text: it.name })) ?? []}
        value={child.kelurahanCode}
        onChange={(kelurahanCode) => onChange({ kelurahanCode })}
      />
      <Field {...field('address')} label={t('split.address')}>
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="off"
            value={child.address}
            onChange={(event) => onChange({ address: event.currentTarget.value })}
          />
        )}
      </Field>
      {onRemove && (
        <button type="button" className="text-button" onClick={onRemove}>
          {t('split.remove', { number: index + 1 })}
        </button>
      )}
    </fieldset>
  );
}
