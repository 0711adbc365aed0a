import { useState } from 'react';
import { ta } from '../../../i18n/ta';
import { Field } from '../../../ui/Field';
import { EffectPreview } from './EffectPreview';

/** A year's days off from an iCalendar file: every year that it names has its days and no others. */
export function ImportForm({ version }: { version: number }) {
  const [file, setFile] = useState<File>();
  return (
    <div className="stack">
      <Field id="ics" label={ta('calendar.file')} hint={ta('calendar.fileHint')}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <EffectPreview
        edit={file && { kind: 'import', file }}
        version={version}
        action={ta('calendar.applyImport')}
        onDone={() => undefined}
      />
    </div>
  );
}
