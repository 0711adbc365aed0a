import { useEffect, useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import type { DraftPhoto } from '../draft';
import type { UploadState } from './usePhotos';

interface PhotoTileProps {
  photo: DraftPhoto;
  number: number;
  upload: UploadState | undefined;
  onRetry: () => void;
  onRemove: () => void;
}

export function PhotoTile({ photo, number, upload, onRetry, onRemove }: PhotoTileProps) {
  const [source, setSource] = useState<string>();

  useEffect(() => {
    const url = URL.createObjectURL(photo.picture);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [photo.picture]);

  const share = !photo.attachmentId && upload && 'share' in upload ? upload.share : undefined;
  const failure = upload && 'problem' in upload ? problemText(upload.problem) : t('photos.notUploaded');
  return (
    <li className="photo">
      <img src={source} alt={t('photos.number', { number })} width="160" height="120" />
      <div className="photo-state" aria-live="polite">
        {photo.attachmentId && (
          <span className="badge ok">
            <Icon name="check" />
            {t('photos.uploaded')}
          </span>
        )}
        {share !== undefined && (
          <label className="small">
            {t('photos.uploading')}
            <progress max={1} value={share} />
          </label>
        )}
        {!photo.attachmentId && share === undefined && (
          <>
            <p className="small">{failure}</p>
            <button type="button" className="text-button" onClick={onRetry}>
              {t('common.retry')}
            </button>
          </>
        )}
      </div>
      <button type="button" className="photo-remove" aria-label={t('photos.remove', { number })} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  );
}
