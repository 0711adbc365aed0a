import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CalendarYear } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { TextField } from '../../../ui/TextField';
import { EffectPreview } from './EffectPreview';

interface HoursFormProps {
  base: string;
  /** Absent for new ones. */
  hours: CalendarYear['officeHours'][number] | undefined;
  version: number;
}

export function HoursForm({ base, hours, version }: HoursFormProps) {
  const [, navigate] = useLocation();
  const [validFrom, setValidFrom] = useState(hours?.validFrom ?? '');
  const [validUntil, setValidUntil] = useState(hours?.validUntil ?? '');
  const [opens, setOpens] = useState(hours?.opens.slice(0, 5) ?? '07:30');
  const [closes, setCloses] = useState(hours?.closes.slice(0, 5) ?? '16:00');
  const edit = {
    kind: 'hours',
    validFrom,
    hours: { opens: `${opens}:00`, closes: `${closes}:00`, validUntil: validUntil || null },
  } as const;
  const labels = {
    validFrom: ta('calendar.validFrom'),
    validUntil: ta('calendar.validUntil'),
    opens: ta('calendar.opens'),
    closes: ta('calendar.closes'),
  };
  return (
    <div className="stack-large">
      <EffectPreview
        edit={edit}
        version={version}
        action={ta('calendar.applyHours')}
        labels={labels}
        missing={Object.entries({ validFrom, opens, closes }).flatMap(([field, value]) => (value ? [] : [field]))}
        onDone={() => navigate(`${base}/jam-${validFrom}`)}
      >
        {(problem) => (
          <div className="field-pair">
            <TextField
              id="validFrom"
              type="date"
              label={labels.validFrom}
              problem={problem('validFrom')}
              isReadOnly={hours !== undefined}
              value={validFrom}
              onChange={setValidFrom}
            />
            <TextField
              id="validUntil"
              type="date"
              label={labels.validUntil}
              hint={ta('calendar.untilHint')}
              problem={problem('validUntil')}
              value={validUntil}
              onChange={setValidUntil}
            />
            <TextField
              id="opens"
              type="time"
              label={labels.opens}
              problem={problem('opens')}
              value={opens}
              onChange={setOpens}
            />
            <TextField
              id="closes"
              type="time"
              label={labels.closes}
              problem={problem('closes')}
              value={closes}
              onChange={setCloses}
            />
          </div>
        )}
      </EffectPreview>
      {hours && (
        <section className="stack">
          <h2>{ta('calendar.dropHours')}</h2>
          <EffectPreview
            edit={{ kind: 'removeHours', validFrom: hours.validFrom }}
            version={version}
            action={ta('calendar.applyRemoval')}
            onDone={() => navigate(base)}
          />
        </section>
      )}
    </div>
  );
}
