import { useState } from 'react';
import type { WorkDetail, WorkMove, WorkStage } from '../../api/types';
import { workStages } from '../../domain/workStage';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { refusals, Saved } from './formParts';
import { PdfField, PhotoField } from './UploadFields';
import { useMoveWork } from './useWorks';

interface Values {
  on: string;
  number: string;
  pokmasName: string;
  pokmasChair: string;
  reason: string;
  note: string;
  beneficiaries: string;
  photoIds: string[];
  documentIds: string[];
}

const empty: Values = {
  on: '',
  number: '',
  pokmasName: '',
  pokmasChair: '',
  reason: '',
  note: '',
  beneficiaries: '',
  photoIds: [],
  documentIds: [],
};

/** What this person may do to the work now, each with what it demands. */
export function StageMoves({ work }: { work: WorkDetail }) {
  const [chosen, setChosen] = useState<WorkStage>();
  const [values, setValues] = useState<Values>(empty);
  const change = useMoveWork(work.id, work.version);
  const move = work.moves.find((it) => it.to === chosen);
  const choose = (to: WorkStage) => {
    change.reset();
    setValues(empty);
    setChosen(chosen === to ? undefined : to);
  };
  return (
    <section className="stack" aria-labelledby="moves" id="move" tabIndex={-1}>
      <h2 id="moves">{tw('work.moves')}</h2>
      <Saved isShown={change.isSuccess && !chosen} />
      {work.moves.length === 0 && <p className="muted">{tw('work.noMoves')}</p>}
      <div className="row">
        {work.moves.map((it) => (
          <button
            key={it.to}
            type="button"
            className={isForward(work.stage, it.to) ? 'button compact' : 'button quiet compact'}
            aria-expanded={chosen === it.to}
            onClick={() => choose(it.to)}
          >
            {moveText(work.stage, it.to)}
          </button>
        ))}
      </div>
      {move && (
        <form
          className="card stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (change.isPending) return;
            change.mutate(sent(move, values), { onSuccess: () => setChosen(undefined) });
          }}
        >
          <Fields
            move={move}
            values={values}
            error={change.error}
            update={(part) => setValues((before) => ({ ...before, ...part }))}
          />
          <button type="submit" className="button compact" aria-disabled={change.isPending}>
            {moveText(work.stage, move.to)}
          </button>
        </form>
      )}
    </section>
  );
}

interface FieldsProps {
  move: WorkMove;
  values: Values;
  error: unknown;
  update: (part: Partial<Values>) => void;
}

function Fields({ move, values, error, update }: FieldsProps) {
  const asks = (demand: WorkMove['demands'][number]) => move.demands.includes(demand);
  const labels: Record<string, string> = {
    ...(asks('number') && { number: tw(`workNumber.${move.to}` as 'workNumber.planned') }),
    pokmasName: tw('work.pokmasName'),
    pokmasChair: tw('work.pokmasChair'),
    on: tw('work.on'),
    beneficiaries: tw('work.reached'),
    reason: tw('work.reason'),
    note: tw('work.note'),
  };
  const errors = refusals(error, 'move').map((it) => ({ ...it, label: labels[it.field] }));
  const problem = (field: string) => errors.find((it) => it.field === field)?.text;
  const text = (field: 'number' | 'pokmasName' | 'pokmasChair' | 'on' | 'beneficiaries', type?: 'date' | 'number') => (
    <TextField
      id={field}
      label={labels[field]}
      {...(type && { type })}
      problem={problem(field)}
      value={values[field]}
      onChange={(value) => update({ [field]: value })}
    />
  );
  return (
    <>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      {asks('number') && text('number')}
      {asks('pokmas') && text('pokmasName')}
      {asks('pokmas') && text('pokmasChair')}
      {asks('photo') && (
        <PhotoField
          id="photoIds"
          ids={values.photoIds}
          problem={problem('photoIds')}
          onChange={(photoIds) => update({ photoIds })}
        />
      )}
      {(asks('document') || asks('number')) && (
        <PdfField
          id="documentIds"
          label={tw(asks('document') ? 'work.document' : 'work.documentOptional')}
          ids={values.documentIds}
          problem={problem('documentIds')}
          onChange={(documentIds) => update({ documentIds })}
        />
      )}
      {asks('beneficiaries') && text('beneficiaries', 'number')}
      {asks('reason') ? (
        <TextArea
          id="reason"
          label={labels.reason}
          hint={tw('work.reasonHint')}
          rows={3}
          maxLength={500}
          problem={problem('reason')}
          value={values.reason}
          onChange={(reason) => update({ reason })}
        />
      ) : (
        <>
          {text('on', 'date')}
          <TextArea
            id="note"
            label={tw(asks('note') ? 'work.note' : 'work.noteOptional')}
            rows={2}
            maxLength={1000}
            problem={problem('note')}
            value={values.note}
            onChange={(note) => update({ note })}
          />
        </>
      )}
    </>
  );
}

function sent(move: WorkMove, values: Values) {
  const said = (text: string) => text.trim() || null;
  return {
    to: move.to,
    on: values.on || null,
    number: said(values.number),
    pokmasName: said(values.pokmasName),
    pokmasChair: said(values.pokmasChair),
    reason: said(values.reason),
    note: said(values.note),
    beneficiaries: values.beneficiaries === '' ? null : Number(values.beneficiaries),
    photoIds: values.photoIds,
    documentIds: values.documentIds,
  };
}

function isForward(from: WorkStage, to: WorkStage): boolean {
  return to !== 'cancelled' && workStages.indexOf(to) > workStages.indexOf(from) && from !== 'cancelled';
}

function moveText(from: WorkStage, to: WorkStage): string {
  if (to === 'cancelled') return tw('work.do.cancel');
  return isForward(from, to)
    ? tw(`workDo.${to}` as 'workDo.planned')
    : tw('work.do.back', { stage: t(`workStage.${to}`) });
}
