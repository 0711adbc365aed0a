import { type Draft, limits } from '../../domain/draft';
import { PhotoInput } from '../../domain/photos/PhotoInput';
import { PhotoList } from '../../domain/photos/PhotoList';
import type { Photos } from '../../domain/photos/usePhotos';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';

interface PhotosStepProps {
  draft: Draft;
  photos: Photos;
  problem: string | undefined;
}

export function PhotosStep({ draft, photos, problem }: PhotosStepProps) {
  const count = draft.photos.length;
  return (
    <>
      <p className="muted">{t('photos.hint', { max: limits.photos })}</p>
      {problem && <FieldProblem>{problem}</FieldProblem>}
      <PhotoInput
        label={t(count === 0 ? 'photos.add' : 'photos.addMore')}
        count={count}
        onAdd={(files) => void photos.add(files)}
      />
      <PhotoList photos={photos} />
      <p className="small muted">{t('photos.privacy')}</p>
    </>
  );
}
