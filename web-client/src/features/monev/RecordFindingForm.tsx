import { useState } from 'react';
import type { FindingItem, NewFinding } from '../../api/types';
import { t } from '../../i18n/t';
import { tn } from '../../i18n/tn';
import { Announcement } from '../../ui/Announcement';
import { Choices } from '../../ui/Choices';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { aspects, grades, refusals } from './findingParts';
import { latestAnswer, todayInKediri } from './monevChoice';
import { useRecordFinding } from './useMonev';

interface Values {
  aspect: FindingItem['aspect'];
  grade: FindingItem['grade'];
  description: string;
  foundOn: string;
  followUpBy: string;
}

const empty: Values = { aspect: 'volume', grade: 'none', description: '', foundOn: '', followUpBy: '' };

/** What an examination came to. Its key is made before the first try, so that a second one records nothing twice. */
export function RecordFindingForm({ workId }: { workId: string }) {
  const today = todayInKediri();
  const [values, setValues] = useState<Values>({ ...empty, foundOn: today });
  const [key, setKey] = useState(() => crypto.randomUUID());
  const record = useRecordFinding();
  const labels: Record<string, string> = {
    description: tn('finding.description'),
    foundOn: tn('finding.foundOn'),
    followUpBy: tn('finding.followUpBy'),
  };
  const errors = refusals(record.error, 'description').map((it) => ({ ...it, label: labels[it.field] }));
  const problem = (field: string) => errors.find((it) => it.field === field)?.text;
  const update = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const submit = () => {
    if (record.isPending) return;
    record.mutate(
      { key, body: bodyOf(workId, values) },
      {
        onSuccess: () => {
          setValues({ ...empty, foundOn: today });
          setKey(crypto.randomUUID());
        },
      },
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
      <h3>{tn('finding.record')}</h3>
      {record.isSuccess && (
        <Announcement key={key} tone="ok" role="status">
          <p>{tn('finding.recorded')}</p>
        </Announcement>
      )}
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <SelectField
        id="aspect"
        label={tn('finding.aspect')}
        problem={problem('aspect')}
        options={aspects.map((it) => ({ value: it, text: tn(`findingAspect.${it}`) }))}
        value={values.aspect}
        onChange={(aspect) => update({ aspect: aspect as Values['aspect'] })}
      />
      <Choices
        id="grade"
        legend={tn('finding.grade')}
        choices={grades.map((it) => ({
          value: it,
          label: tn(`findingGrade.${it}`),
          detail: tn(`findingGradeHint.${it}`),
        }))}
        value={values.grade}
        problem={problem('grade')}
        onChange={(grade) => update({ grade })}
      />
      <TextArea
        id="description"
        label={tn('finding.description')}
        rows={4}
        maxLength={2000}
        problem={problem('description')}
        value={values.description}
        onChange={(description) => update({ description })}
      />
      <TextField
        id="foundOn"
        type="date"
        label={tn('finding.foundOn')}
        hint={tn('finding.foundOnHint')}
        max={today}
        problem={problem('foundOn')}
        value={values.foundOn}
        onChange={(foundOn) => update({ foundOn })}
      />
      {values.grade !== 'none' && (
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
      <button type="submit" className="button compact" aria-disabled={record.isPending}>
        {tn('finding.send')}
      </button>
    </form>
  );
}

function bodyOf(workId: string, { aspect, grade, description, foundOn, followUpBy }: Values): NewFinding {
  return {
    workId,
    aspect,
    grade,
    description,
    foundOn: foundOn || null,
    // what is as planned asks nobody for an answer
    followUpBy: (grade !== 'none' && followUpBy) || null,
  };
}
