import { useState } from 'react';
import { useLocation } from 'wouter';
import { loadWards } from '../../api/reference';
import type { WorkDetail } from '../../api/types';
import { useResource } from '../../api/useResource';
import { t } from '../../i18n/t';
import { tw, type WorkKey } from '../../i18n/tw';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { BudgetFields } from './BudgetFields';
import { refusals, Saved } from './formParts';
import { useChangeWork, useProposeWork } from './useWorks';
import { bodyOf, draftOf, kinds, type WorkDraft } from './workDraft';

/** A work as its keeper writes it: a proposal, or another plan with its reason. */
export function WorkForm({ work }: { work: WorkDetail | undefined }) {
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<WorkDraft>(() => draftOf(work));
  const [key] = useState(() => crypto.randomUUID());
  const propose = useProposeWork();
  const change = useChangeWork(work?.id ?? '', work?.version ?? 0);
  const { data: wards } = useResource(loadWards);
  const isPending = propose.isPending || change.isPending;
  const errors = refusals(work ? change.error : propose.error, 'title').map((it) => ({
    ...it,
    field: it.field.startsWith('path') ? 'path' : it.field,
    label: labelOf(it.field),
  }));
  const problem = (field: string) => errors.find((it) => it.field === field)?.text;
  const update = (part: Partial<WorkDraft>) => setDraft((before) => ({ ...before, ...part }));
  const text = (
    field: 'title' | 'volume' | 'unit' | 'startsOn' | 'endsOn' | 'address' | 'beneficiaries' | 'year',
    label: WorkKey,
    rest: { type?: 'date' | 'number'; inputMode?: 'numeric' | 'decimal'; hint?: string; maxLength?: number } = {},
  ) => (
    <TextField
      id={field}
      label={tw(label)}
      problem={problem(field)}
      value={draft[field]}
      onChange={(value) => update({ [field]: value })}
      {...rest}
    />
  );

  const submit = () => {
    if (isPending) return;
    const body = bodyOf(draft);
    if (work) change.mutate({ ...body, reason: draft.reason.trim() || null });
    else
      propose.mutate(
        { key, body: { ...body, kelurahanCode: draft.kelurahanCode, year: Number(draft.year) } },
        { onSuccess: (made) => navigate(`/merata/${made.id}`) },
      );
  };

  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{tw(work ? 'work.edit' : 'work.new')}</h2>
      <Saved isShown={change.isSuccess} />
      <ErrorSummary title={t('report.errors')} errors={errors} />
      {!work && (
        <div className="work-filters">
          <SelectField
            id="kelurahanCode"
            label={tw('work.ward')}
            empty={tw('work.chooseWard')}
            problem={problem('kelurahanCode')}
            options={(wards?.features ?? [])
              .map((it) => ({ value: it.properties.code, text: it.properties.name }))
              .sort((a, b) => a.text.localeCompare(b.text, 'id'))}
            value={draft.kelurahanCode}
            onChange={(kelurahanCode) => update({ kelurahanCode })}
          />
          {text('year', 'work.year', { type: 'number' })}
        </div>
      )}
      {text('title', 'work.titleField', { maxLength: 150 })}
      <SelectField
        id="kind"
        label={tw('work.kind')}
        problem={problem('kind')}
        options={kinds.map((it) => ({ value: it, text: tw(`workKind.${it}`) }))}
        value={draft.kind}
        onChange={(kind) => update({ kind: kind as WorkDraft['kind'] })}
      />
      <TextArea
        id="description"
        label={tw('work.description')}
        rows={3}
        maxLength={2000}
        problem={problem('description')}
        value={draft.description}
        onChange={(description) => update({ description })}
      />
      <div className="work-filters">
        {text('volume', 'work.volume', { inputMode: 'decimal' })}
        {text('unit', 'work.unit', { maxLength: 20 })}
        {text('startsOn', 'work.startsOn', { type: 'date' })}
        {text('endsOn', 'work.endsOn', { type: 'date' })}
      </div>
      {text('address', 'work.where', { maxLength: 300 })}
      <TextArea
        id="path"
        label={tw('work.path')}
        hint={tw('work.pathHint')}
        rows={2}
        problem={problem('path')}
        value={draft.path}
        onChange={(path) => update({ path })}
      />
      {text('beneficiaries', 'work.beneficiaries', { inputMode: 'numeric' })}
      <BudgetFields lines={draft.budget} problem={problem} onChange={(budget) => update({ budget })} />
      {work && work.planNumber > 0 && (
        <TextArea
          id="reason"
          label={tw('work.planReason')}
          hint={tw('work.reasonHint')}
          rows={2}
          maxLength={500}
          problem={problem('reason')}
          value={draft.reason}
          onChange={(reason) => update({ reason })}
        />
      )}
      <button type="submit" className="button compact" aria-disabled={isPending}>
        {tw('work.save')}
      </button>
    </form>
  );
}

const labels: Record<string, WorkKey> = {
  kelurahanCode: 'work.ward',
  year: 'work.year',
  title: 'work.titleField',
  kind: 'work.kind',
  description: 'work.description',
  volume: 'work.volume',
  unit: 'work.unit',
  startsOn: 'work.startsOn',
  endsOn: 'work.endsOn',
  address: 'work.where',
  path: 'work.path',
  beneficiaries: 'work.beneficiaries',
  budget: 'work.money',
  reason: 'work.planReason',
};

/** What a refused field is called; a line of money by its number. */
function labelOf(field: string): string | undefined {
  const [, name = '', index] = /^(\w+)(?:\[(\d+)\])?/.exec(field) ?? [];
  if (name === 'budget' && index) return tw('work.lineNumber', { number: Number(index) + 1 });
  const label = labels[name];
  return label && tw(label);
}
