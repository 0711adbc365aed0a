import { useState } from 'react';
import type { FindingDetail, FindingItem, NewFindingStep } from '../../api/types';
import { t } from '../../i18n/t';
import { type MonevKey, tn } from '../../i18n/tn';
import { Announcement } from '../../ui/Announcement';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { grades, refusals } from './findingParts';
import { latestAnswer, todayInKediri } from './monevChoice';
import { useMoveFinding } from './useMonev';

const empty = { note: '', followUpBy: '', grade: '' };

/** The steps open to this person, each a form that asks for what the server says it demands. */
export function FindingSteps({ finding }: { finding: FindingDetail }) {
  const [chosen, setChosen] = useState<NewFindingStep['step']>();
  const [values, setValues] = useState(empty);
  const move = useMoveFinding(finding.id, finding.version);
  const step = finding.steps.find((it) => it.step === chosen);
  const labels: Record<string, string> = {
    grade: tn('finding.newGrade'),
    followUpBy: tn('finding.followUpBy'),
    note: tn(chosen === 'followUp' ? 'finding.answer' : 'finding.note'),
  };
  const errors = refusals(move.error, 'step').map((it) => ({ ...it, label: labels[it.field] }));
  const problem = (field: string) => errors.find((it) => it.field === field)?.text;
  const update = (part: Partial<typeof empty>) => setValues((before) => ({ ...before, ...part }));
  const today = todayInKediri();
  return (
    <section className="stack" aria-labelledby="steps" id="step" tabIndex={-1}>
      <h2 id="steps">{tn('finding.steps')}</h2>
      {move.isSuccess && !chosen && (
        <Announcement tone="ok" role="status">
          <p>{tn('finding.saved')}</p>
        </Announcement>
      )}
      {/* somebody was faster, and the step is gone with its form */}
      {move.isError && chosen && !step && (
        <Notice tone="err" role="alert">
          <p>{errors[0]?.text}</p>
        </Notice>
      )}
      {finding.steps.length === 0 && <p className="muted">{tn('finding.noSteps')}</p>}
      <div className="row">
        {finding.steps.map((it, index) => (
          <button
            key={it.step}
            type="button"
            className={index === 0 ? 'button compact' : 'button quiet compact'}
            aria-expanded={chosen === it.step}
            onClick={() => {
              move.reset();
              setValues(empty);
              setChosen(chosen === it.step ? undefined : it.step);
            }}
          >
            {doText(it.step)}
          </button>
        ))}
      </div>
      {step && (
        <form
          className="card stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!move.isPending) move.mutate(sent(step, values), { onSuccess: () => setChosen(undefined) });
          }}
        >
          <ErrorSummary title={t('report.errors')} errors={errors} />
          {step.demands.includes('grade') && (
            <SelectField
              id="grade"
              label={tn('finding.newGrade')}
              empty={tn('finding.chooseGrade')}
              problem={problem('grade')}
              options={grades
                .filter((it) => it !== 'none' && it !== finding.grade)
                .map((it) => ({ value: it, text: tn(`findingGrade.${it}`) }))}
              value={values.grade}
              onChange={(grade) => update({ grade })}
            />
          )}
          {step.demands.includes('followUpBy') && (
            <TextField
              id="followUpBy"
              type="date"
              label={tn('finding.followUpBy')}
              hint={tn('finding.followUpByHint')}
              min={today}
              max={latestAnswer(today)}
              problem={problem('followUpBy')}
              value={values.followUpBy}
              onChange={(followUpBy) => update({ followUpBy })}
            />
          )}
          {step.demands.includes('note') && (
            <TextArea
              id="note"
              label={labels.note}
              rows={4}
              maxLength={1000}
              problem={problem('note')}
              value={values.note}
              onChange={(note) => update({ note })}
            />
          )}
          <button type="submit" className="button compact" aria-disabled={move.isPending}>
            {doText(step.step)}
          </button>
        </form>
      )}
    </section>
  );
}

function doText(step: NewFindingStep['step']): string {
  return tn(`findingDo.${step}` as MonevKey);
}

function sent({ step, demands }: FindingDetail['steps'][number], values: typeof empty): NewFindingStep {
  return {
    step,
    note: (demands.includes('note') && values.note.trim()) || null,
    followUpBy: (demands.includes('followUpBy') && values.followUpBy) || null,
    grade: (demands.includes('grade') && (values.grade as FindingItem['grade'])) || null,
  };
}
