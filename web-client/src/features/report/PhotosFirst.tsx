import type { Draft } from '../../domain/draft';
import { PhotoInput } from '../../domain/photos/PhotoInput';
import { PhotoList } from '../../domain/photos/PhotoList';
import type { Photos } from '../../domain/photos/usePhotos';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import type { UpdateDraft } from './useDraft';

interface PhotosFirstProps {
  draft: Draft;
  photos: Photos;
  update: UpdateDraft;
  problem: string | undefined;
}

/** Whoever stands before it takes the picture first and finds the words afterwards. Not shown once photos came later. */
export function PhotosFirst({ draft, photos, update, problem }: PhotosFirstProps) {
  if (draft.photos.length > 0 && !draft.photosFirst) return null;
  const add = (files: File[]) => {
    void update({ photosFirst: true });
    void photos.add(files);
  };
  return (
    <div className="photos-first">
      <PhotoInput
        label={t(draft.photosFirst ? 'photos.addMore' : 'photos.first')}
        count={draft.photos.length}
        onAdd={add}
      />
      {problem && <FieldProblem>{problem}</FieldProblem>}
      <PhotoList photos={photos} />
      {draft.photosFirst && <p className="small muted">{t('photos.privacy')}</p>}
    </div>
  );
}
