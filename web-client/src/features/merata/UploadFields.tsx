import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { antiforgeryHeaders } from '../../api/account';
import { shrinkPhoto } from '../../api/shrinkPhoto';
import { uploadFile } from '../../api/uploadFile';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { FieldProblem } from '../../ui/Field';
import { Icon } from '../../ui/Icon';

interface UploadFieldProps {
  id: string;
  ids: string[];
  problem: string | undefined;
  onChange: (ids: string[]) => void;
}

/** Photos, made smaller on the way. */
export function PhotoField(props: UploadFieldProps) {
  return (
    <UploadField
      {...props}
      label={tw('work.addPhoto')}
      hint={tw('work.photoHint')}
      accept="image/*"
      prepare={shrinkPhoto}
    />
  );
}

export function PdfField({ label, ...props }: UploadFieldProps & { label: string }) {
  return <UploadField {...props} label={label} accept="application/pdf" />;
}

interface AnyUploadProps extends UploadFieldProps {
  label: string;
  hint?: string;
  accept: string;
  prepare?: (file: File) => Promise<Blob>;
}

function UploadField({ id, ids, label, hint, accept, prepare, problem, onChange }: AnyUploadProps) {
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<string>();
  const upload = async (files: File[]) => {
    setFailure(undefined);
    const done = [...ids];
    try {
      for (const file of files) {
        setShare(0);
        done.push(await uploadFile(prepare ? await prepare(file) : file, setShare, antiforgeryHeaders()));
        onChange([...done]);
      }
    } catch (cause) {
      setFailure(problemText(cause));
    } finally {
      setShare(undefined);
    }
  };
  const told = failure ?? problem;
  return (
    <div className="field stack">
      <label className="button quiet file-add">
        <Icon name={accept.startsWith('image') ? 'camera' : 'file'} />
        {label}
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept={accept}
          multiple
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void upload(files);
          }}
        />
      </label>
      {hint && <p className="small muted">{hint}</p>}
      {share !== undefined && <progress max={1} value={share} aria-label={t('photos.uploading')} />}
      <p role="status" className="small">
        {ids.length > 0 && tw('work.uploaded', { count: ids.length })}
      </p>
      {told && <FieldProblem>{told}</FieldProblem>}
    </div>
  );
}
