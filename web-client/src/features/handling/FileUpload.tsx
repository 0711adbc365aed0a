import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { antiforgeryHeaders } from '../../api/account';
import { uploadFile } from '../../api/uploadFile';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { Icon, type IconName } from '../../ui/Icon';

interface FileUploadProps {
  id: string;
  icon: IconName;
  label: string;
  /** As of an input element. */
  accept: string;
  /** What is sent in place of the file. */
  prepare?: (file: File) => Promise<Blob>;
  /** What is on the server already, in words. */
  ready: string | false;
  problem: string | undefined;
  onBusy: (isBusy: boolean) => void;
  onUploaded: (attachmentId: string) => void;
}

/** Takes one file after the other, and shows how far it is on its way. */
export function FileUpload(props: FileUploadProps) {
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<string>();

  const upload = async (file: File) => {
    props.onBusy(true);
    setFailure(undefined);
    setShare(0);
    try {
      const content = props.prepare ? await props.prepare(file) : file;
      props.onUploaded(await uploadFile(content, setShare, antiforgeryHeaders()));
    } catch (cause) {
      setFailure(problemText(cause));
    } finally {
      setShare(undefined);
      props.onBusy(false);
    }
  };

  const problem = failure ?? props.problem;
  return (
    <div className="field stack">
      <label className="button quiet file-add">
        <Icon name={props.icon} />
        {props.label}
        <input
          id={props.id}
          className="visually-hidden"
          type="file"
          accept={props.accept}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void upload(file);
          }}
        />
      </label>
      {share !== undefined && <progress max={1} value={share} aria-label={t('photos.uploading')} />}
      <p role="status" className="small">
        {props.ready}
      </p>
      {problem && <FieldProblem>{problem}</FieldProblem>}
    </div>
  );
}
