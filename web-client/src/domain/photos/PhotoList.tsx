import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { PhotoTile } from './PhotoTile';
import type { Photos } from './usePhotos';
import './photos.css';

/** The chosen photos with the state of each, and the names of those that cannot be read. */
export function PhotoList({ photos }: { photos: Photos }) {
  return (
    <>
      <div role="status">
        {photos.unreadable.map((name) => (
          <FieldProblem key={name}>{t('photos.unreadable', { name })}</FieldProblem>
        ))}
      </div>
      <ul className="photos">
        {photos.taken.map((photo, index) => (
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
    </>
  );
}
