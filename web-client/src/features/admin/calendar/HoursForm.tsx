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
  return (
    <div className="stack-large">
      <div className="stack">
        <div className="field-pair">
          <TextField
            id="validFrom"
            type="date"
            label={ta('calendar.validFrom')}
            isReadOnly={hours !== undefined}
            value={validFrom}
            onChange={setValidFrom}
          />
          <TextField
            id="validUntil"
            type="date"
            label={ta('calendar.validUntil')}
            hint={ta('calendar.untilHint')}
            value={validUntil}
            onChange={setValidUntil}
          />
          <TextField id="opens" type="time" label={ta('calendar.opens')} value={opens} onChange={setOpens} />
          <TextField id="closes" type="time" label={ta('calendar.closes')} value={closes} onChange={setCloses} />
        </div>
        <EffectPreview
          edit={validFrom && opens && closes ? edit : undefined}
          version={version}
          action={ta('calendar.applyHours')}
          onDone={() => navigate(`${base}/jam-${validFrom}`)}
        />
      </div>
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
