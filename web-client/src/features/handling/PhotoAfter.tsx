import { shrinkPhoto } from '../../api/shrinkPhoto';
import { t } from '../../i18n/t';
import { FileUpload } from './FileUpload';

interface PhotoAfterProps {
  isRequired: boolean;
  /** How many photos are on the server already. */
  count: number;
  problem: string | undefined;
  onBusy: (isBusy: boolean) => void;
  onUploaded: (attachmentId: string) => void;
}

/** The photo that shows the work done. */
export function PhotoAfter({ isRequired, count, ...upload }: PhotoAfterProps) {
  return (
    <FileUpload
      id="attachmentIds"
      icon="camera"
      label={t(isRequired ? 'handling.photoAfter' : 'handling.photoAfterOptional')}
      accept="image/*"
      prepare={shrinkPhoto}
      ready={count > 0 && t('handling.photosReady', { count })}
      {...upload}
    />
  );
}
