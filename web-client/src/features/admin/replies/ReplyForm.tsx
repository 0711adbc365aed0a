import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, unwrap } from '../../../api/client';
import { loadServices } from '../../../api/reference';
import type { NewReplyTemplate, ReplyTemplate, Status } from '../../../api/types';
import { useResource } from '../../../api/useResource';
import { statuses, statusText } from '../../../domain/status';
import { ta } from '../../../i18n/ta';
import { Combobox, type Option } from '../../../ui/Combobox';
import { SelectField } from '../../../ui/SelectField';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import type { Stored } from '../frame/drafts';
import type { FieldLooks } from '../frame/fieldLooks';
import { ItemForm } from '../frame/ItemForm';
import { noteSaved } from '../frame/justSaved';
import { Preview } from '../frame/Preview';
import { RemoveButton } from '../frame/RemoveButton';
import { saysAll } from '../frame/SearchField';
import { VariableHint } from '../frame/VariableHint';
import { useReplyWriting } from './useReplyTemplates';

interface ReplyValues {
  status: Status;
  serviceCode: string;
  title: string;
  body: string;
}

interface ReplyFormProps {
  base: string;
  id: string;
  /** Absent for a new one. */
  entry: ReplyTemplate | undefined;
  variables: string[];
}

const optionsShown = 12;

export function ReplyForm({ base, id, entry, variables }: ReplyFormProps) {
  const [, navigate] = useLocation();
  const { save, remove, reread } = useReplyWriting();
  const { data: services = [] } = useResource(loadServices);
  const [body, setBody] = useState<NewReplyTemplate>();
  const everyService: Option = { value: '', label: ta('reply.everyService') };
  const options: Option[] = services.map((it) => ({ value: it.code, label: it.name, detail: it.group.name }));
  const optionOf = (code: string) =>
    options.find((it) => it.value === code) ?? (code ? { value: code, label: code } : everyService);
  const looks: FieldLooks<ReplyValues> = {
    status: { label: ta('reply.status'), show: statusText },
    serviceCode: { label: ta('reply.service'), show: (code) => optionOf(code).label },
    title: { label: ta('reply.title') },
    body: { label: ta('reply.body') },
  };

  return (
    <>
      <ItemForm
        draftKey={`balasan/${entry ? id : 'baru'}`}
        stored={stored(entry)}
        looks={looks}
        first="title"
        save={async (values, version) => {
          await save(id, sent(values), version);
          if (entry) return;
          noteSaved(`balasan/${id}`);
          navigate(`${base}/${id}`);
        }}
        reread={async () => {
          const now = (await reread()).items.find((it) => it.id === id);
          return now && stored(now);
        }}
      >
        {({ values, update, problem }) => (
          <>
            <SelectField
              id="status"
              label={ta('reply.status')}
              hint={ta('reply.statusHint')}
              problem={problem('status')}
              options={statuses.map((it) => ({ value: it, text: statusText(it) }))}
              value={values.status}
              onChange={(status) => update({ status: status as Status })}
            />
            <Combobox
              id="serviceCode"
              label={ta('reply.service')}
              problem={problem('serviceCode')}
              none={ta('admin.noneFound')}
              chosen={optionOf(values.serviceCode)}
              find={(typed) =>
                [everyService, ...options].filter((it) => saysAll(typed, it.label, it.detail)).slice(0, optionsShown)
              }
              onChoose={(option) => update({ serviceCode: option?.value ?? '' })}
            />
            <TextField
              id="title"
              label={ta('reply.title')}
              hint={ta('reply.titleHint')}
              problem={problem('title')}
              maxLength={80}
              value={values.title}
              onChange={(title) => update({ title })}
            />
            <TextArea
              id="body"
              label={ta('reply.body')}
              hint={<VariableHint names={variables} />}
              problem={problem('body')}
              rows={8}
              value={values.body}
              onChange={(text) => update({ body: text })}
            />
            <button type="button" className="button quiet compact" onClick={() => setBody(sent(values))}>
              {ta('admin.preview')}
            </button>
          </>
        )}
      </ItemForm>
      {body && (
        <Preview
          key={JSON.stringify(body)}
          load={async (signal) => ({
            body: (await unwrap(api.POST('/api/v1/admin/reply-templates/preview', { body, signal }))).text,
          })}
        />
      )}
      {entry && (
        <RemoveButton
          label={ta('reply.remove')}
          remove={async () => {
            await remove(id, entry.version);
            navigate(base);
          }}
        />
      )}
    </>
  );
}

function stored(entry: ReplyTemplate | undefined): Stored<ReplyValues> {
  return {
    version: entry?.version ?? 0,
    values: {
      status: entry?.status ?? 'resolved',
      serviceCode: entry?.service?.code ?? '',
      title: entry?.title ?? '',
      body: entry?.body ?? '',
    },
  };
}

function sent({ serviceCode, ...values }: ReplyValues): NewReplyTemplate {
  return { ...values, serviceCode: serviceCode || null };
}
