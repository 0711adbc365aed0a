import { useState } from 'react';
import type { NotificationTemplate } from '../../../api/types';
import { t } from '../../../i18n/t';
import { type AdminKey, ta } from '../../../i18n/ta';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import { useDraftKeys } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';
import { ItemForm } from '../frame/ItemForm';
import { Preview } from '../frame/Preview';
import { UnsavedMark } from '../frame/UnsavedMark';
import { VariableHint } from '../frame/VariableHint';
import { useTemplateWriting } from './useMatrix';

interface WordValues {
  subject: string;
  body: string;
}

const voices: Record<NotificationTemplate['voice'], AdminKey> = {
  reporter: 'notify.voiceReporter',
  staff: 'notify.voiceStaff',
  screen: 'notify.voiceScreen',
  follower: 'notify.voiceFollower',
  chat: 'notify.voiceChat',
};

/** The words of one message in one language, with a look at them as their reader sees them. */
export function TemplateForm({ template }: { template: NotificationTemplate }) {
  const { save, reread, preview } = useTemplateWriting(template);
  const [shown, setShown] = useState<WordValues>();
  const drafts = useDraftKeys();
  const { occasion, voice, language } = template;
  const key = `${occasion}-${voice}-${language}`;
  const draftKey = `pemberitahuan/${occasion}/${voice}/${language}`;
  const looks: FieldLooks<WordValues> = {
    subject: { label: ta('notify.subject') },
    body: { label: ta('notify.body') },
  };
  const stored = (it: NotificationTemplate) => ({
    version: it.version,
    values: { subject: it.subject, body: it.body },
  });
  return (
    <details className="item-history">
      <summary>
        {ta(voices[voice])}, {t(`language.${language}`)}
        {drafts.includes(draftKey) && <UnsavedMark />}
      </summary>
      <div className="stack">
        <ItemForm
          draftKey={draftKey}
          stored={stored(template)}
          looks={looks}
          first={`subject-${key}`}
          save={save}
          reread={async () => {
            const now = await reread();
            return now && stored(now);
          }}
        >
          {({ values, update, problem }) => (
            <>
              <TextField
                id={`subject-${key}`}
                label={ta(voice === 'chat' ? 'notify.metaName' : 'notify.subject')}
                hint={voice === 'chat' ? ta('notify.metaHint') : undefined}
                maxLength={150}
                problem={problem('subject')}
                value={values.subject}
                onChange={(subject) => update({ subject })}
              />
              <TextArea
                id={`body-${key}`}
                label={ta('notify.body')}
                hint={<VariableHint names={template.variables} />}
                rows={8}
                maxLength={2000}
                problem={problem('body')}
                value={values.body}
                onChange={(body) => update({ body })}
              />
              <button type="button" className="button quiet compact" onClick={() => setShown(values)}>
                {ta('admin.preview')}
              </button>
            </>
          )}
        </ItemForm>
        {shown && <Preview key={JSON.stringify(shown)} load={(signal) => preview(shown, signal)} />}
      </div>
    </details>
  );
}
