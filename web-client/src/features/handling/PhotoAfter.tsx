import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { antiforgeryHeaders } from '../../api/account';
import { shrinkPhoto } from '../../api/shrinkPhoto';
import { uploadPhoto } from '../../api/uploadPhoto';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { Icon } from '../../ui/Icon';

interface PhotoAfterProps {
  isRequired: boolean;
  /** How many photos are on the server already. */
  count: number;
  problem: string | undefined;
  onBusy: (isBusy: boolean) => void;
  onUploaded: (attachmentId: string) => void;
}

/** The photo that shows the work done. */
export function PhotoAfter({ isRequired, count, problem, onBusy, onUploaded }: PhotoAfterProps) {
  const [share, setShare] = useState<number>();
  const [failure, setFailure] = useState<string>();

  const upload = async (file: File) => {
    onBusy(true);
    setFailure(undefined);
    setShare(0);
    try {
      onUploaded(await uploadPhoto(await shrinkPhoto(file), setShare, antiforgeryHeaders()));
    } catch (cause) {
      setFailure(problemText(cause));
    } finally {
      setShare(undefined);
      onBusy(false);
    }
  };

  return (
    <div className="field stack">
      <label className="button quiet photo-add">
        <Icon name="camera" />
        {t(isRequired ? 'handling.photoAfter' : 'handling.photoAfterOptional')}
        <input
          id="attachmentIds"
          className="visually-hidden"
          type="file"
          accept="image/*"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void upload(file);
          }}
        />
      </label>
      {share !== undefined && <progress max={1} value={share} aria-label={t('photos.uploading')} />}
      <p role="status" className="small">
        {count > 0 && t('handling.photosReady', { count })}
      </p>
      {(failure ?? problem) && <FieldProblem>{failure ?? problem}</FieldProblem>}
    </div>
  );
}
