import { type Draft, limits } from '../../domain/draft';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { PhotoTile } from './PhotoTile';
import type { Photos } from './usePhotos';

interface PhotosStepProps {
  draft: Draft;
  photos: Photos;
  problem: string | undefined;
}

export function PhotosStep({ draft, photos, problem }: PhotosStepProps) {
  const isFull = draft.photos.length >= limits.photos;
  return (
    <>
      <p className="muted">{t('photos.hint', { max: limits.photos })}</p>
      {problem && <FieldProblem>{problem}</FieldProblem>}
      {!isFull && (
        <label className="button quiet wide photo-add">
          <Icon name="camera" />
          {t(draft.photos.length === 0 ? 'photos.add' : 'photos.addMore')}
          <input
            id="photos"
            className="visually-hidden"
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => {
              const input = event.currentTarget;
              void photos.add([...(input.files ?? [])]);
              input.value = ''; // the same file may be chosen again
            }}
          />
        </label>
      )}
      <div role="status">
        {photos.unreadable.map((name) => (
          <FieldProblem key={name}>{t('photos.unreadable', { name })}</FieldProblem>
        ))}
      </div>
      <ul className="photos">
        {draft.photos.map((photo, index) => (
          <PhotoTile
            key={photo.key}
            photo={photo}
            number={index + 1}
            upload={photos.uploads[photo.key]}
            onRetry={() => photos.retry(photo)}
            onRemove={() => photos.remove(photo.key)}
          />
        ))}
      </ul>
      <p className="small muted">{t('photos.privacy')}</p>
    </>
  );
}
