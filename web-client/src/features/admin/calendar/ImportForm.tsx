import { useState } from 'react';
import { ta } from '../../../i18n/ta';
import { FieldProblem } from '../../../ui/Field';
import { Icon } from '../../../ui/Icon';
import { EffectPreview } from './EffectPreview';

/** A year's days off from an iCalendar file: every year that it names has its days and no others. */
export function ImportForm({ version }: { version: number }) {
  const [file, setFile] = useState<File>();
  return (
    <EffectPreview
      edit={file && { kind: 'import', file }}
      version={version}
      action={ta('calendar.applyImport')}
      labels={{ ics: ta('calendar.file') }}
      missing={file ? [] : ['ics']}
      onDone={() => undefined}
    >
      {(problem) => (
        <div className="field">
          <p className="legend">{ta('calendar.file')}</p>
          <p className="hint" id="ics-hint">
            {ta('calendar.fileHint')}
          </p>
          <div className="row file-pick">
            {/* the browser's own button speaks the browser's language */}
            <label className="button quiet">
              <Icon name="file" />
              {ta('calendar.chooseFile')}
              <input
                id="ics"
                className="visually-hidden"
                type="file"
                accept=".ics,text/calendar"
                aria-describedby={problem('ics') ? 'ics-hint ics-problem' : 'ics-hint'}
                aria-invalid={problem('ics') ? true : undefined}
                onChange={(event) => setFile(event.currentTarget.files?.[0])}
              />
            </label>
            <output htmlFor="ics">{file?.name ?? ta('calendar.noFile')}</output>
          </div>
          {problem('ics') && <FieldProblem id="ics-problem">{problem('ics')}</FieldProblem>}
        </div>
      )}
    </EffectPreview>
  );
}
