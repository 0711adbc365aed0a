import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CalendarYear, NewHoliday } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { EffectPreview } from './EffectPreview';
import { kinds } from './kinds';

interface DayFormProps {
  base: string;
  /** Absent for a new one. */
  day: CalendarYear['days'][number] | undefined;
  version: number;
}

export function DayForm({ base, day, version }: DayFormProps) {
  const [, navigate] = useLocation();
  const [date, setDate] = useState(day?.date ?? '');
  const [name, setName] = useState(day?.name ?? '');
  const [kind, setKind] = useState<NewHoliday['kind']>(day?.kind ?? 'national');
  const [source, setSource] = useState(day?.source ?? '');
  const sent = { name: name.trim(), kind, source: source.trim() || null };
  return (
    <div className="stack-large">
      <EffectPreview
        edit={{ kind: 'day', date, day: sent }}
        version={version}
        action={ta('calendar.applyDay')}
        labels={{ date: ta('calendar.date'), name: ta('calendar.name'), source: ta('calendar.source') }}
        missing={[!date && 'date', !sent.name && 'name'].filter((it) => it !== false)}
        onDone={() => navigate(`${base}/${date}`)}
      >
        {(problem) => (
          <>
            {!day && (
              <TextField
                id="date"
                type="date"
                label={ta('calendar.date')}
                problem={problem('date')}
                value={date}
                onChange={setDate}
              />
            )}
            <TextField
              id="name"
              label={ta('calendar.name')}
              maxLength={120}
              problem={problem('name')}
              value={name}
              onChange={setName}
            />
            <SelectField
              id="kind"
              label={ta('calendar.kind')}
              options={(['national', 'jointLeave'] as const).map((it) => ({ value: it, text: ta(kinds[it]) }))}
              value={kind}
              onChange={(value) => setKind(value as NewHoliday['kind'])}
            />
            <TextField
              id="source"
              label={ta('calendar.source')}
              hint={ta('calendar.sourceHint')}
              maxLength={200}
              problem={problem('source')}
              value={source}
              onChange={setSource}
            />
          </>
        )}
      </EffectPreview>
      {day && (
        <section className="stack">
          <h2>{ta('calendar.makeWorking')}</h2>
          <EffectPreview
            edit={{ kind: 'removeDay', date: day.date }}
            version={version}
            action={ta('calendar.applyRemoval')}
            onDone={() => navigate(base)}
          />
        </section>
      )}
    </div>
  );
}
