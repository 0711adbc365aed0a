import { useState } from 'react';
import type { WorkDetail, WorkDocumentKind, WorkPhotoTag } from '../../api/types';
import { day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tw } from '../../i18n/tw';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Icon } from '../../ui/Icon';
import { SelectField } from '../../ui/SelectField';
import { refusals } from './formParts';
import { RemovalForm } from './RemovalForm';
import { PdfField, PhotoField } from './UploadFields';
import { useAddFiles, useRemoveFile } from './useWorks';

const tags: WorkPhotoTag[] = ['before', 'start', 'half', 'full'];
const kinds: WorkDocumentKind[] = ['proposal', 'budget', 'contract', 'handOver', 'account', 'other'];

/** Photos, which everybody sees, and papers for staff. */
export function FilesPart({ work }: { work: WorkDetail }) {
  const remove = useRemoveFile(work.id, work.version);
  const removal = (fileId: string, label: string) =>
    work.mayKeep && (
      <RemovalForm
        label={label}
        error={remove.variables?.fileId === fileId ? remove.error : null}
        isPending={remove.isPending}
        onRemove={(reason) => remove.mutate({ fileId, reason })}
      />
    );
  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">{tw('work.files')}</h2>
      {work.photos.length === 0 && <p className="muted">{tw('work.noPhotos')}</p>}
      <ul className="work-photos">
        {work.photos.map((it) => (
          <li key={it.id}>
            <figure>
              <a href={photo(work.id, it.id, 'full')} target="_blank" rel="noreferrer">
                <img
                  src={photo(work.id, it.id, 'thumb')}
                  alt={tw('work.photoOf', { tag: tw(`workPhoto.${it.tag}`) })}
                  width={320}
                  height={240}
                  loading="lazy"
                />
              </a>
              <figcaption>
                {tw(`workPhoto.${it.tag}`)}, {day(it.addedAt)}
              </figcaption>
            </figure>
            {removal(it.id, tw('work.removePhoto', { tag: tw(`workPhoto.${it.tag}`) }))}
          </li>
        ))}
      </ul>
      {work.documents.length > 0 && (
        <>
          <h3>{tw('work.documents')}</h3>
          <ul className="stack">
            {work.documents.map((it) => (
              <li key={it.id}>
                <a href={`/api/v1/merata/works/${work.id}/documents/${it.id}`} download className="text-button">
                  <Icon name="file" />
                  {tw(`workDocument.${it.kind}`)}
                </a>
                <p className="small muted">
                  {it.addedBy} · {day(it.addedAt)}
                </p>
                {removal(it.id, tw('work.removeFile', { name: tw(`workDocument.${it.kind}`) }))}
              </li>
            ))}
          </ul>
        </>
      )}
      {work.mayKeep && <AddForm key={work.version} work={work} />}
    </section>
  );
}

function AddForm({ work }: { work: WorkDetail }) {
  const add = useAddFiles(work.id, work.version);
  const [what, setWhat] = useState<string>('before');
  const [ids, setIds] = useState<string[]>([]);
  const tag = tags.find((it) => it === what);
  const kind = kinds.find((it) => it === what);
  const errors = refusals(add.error, 'what');
  const problem = errors.find((it) => it.field === 'attachmentIds')?.text;
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (add.isPending || ids.length === 0) return;
        add.mutate({ attachmentIds: ids, photo: tag ?? null, document: tag ? null : (kind ?? null) });
      }}
    >
      <h3>{tw('work.addFiles')}</h3>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <SelectField
        id="what"
        label={tw('work.what')}
        options={[
          ...tags.map((it) => ({ value: it as string, text: tw('work.photoOf', { tag: tw(`workPhoto.${it}`) }) })),
          ...kinds.map((it) => ({
            value: it as string,
            text: tw('work.documentOf', { kind: tw(`workDocument.${it}`) }),
          })),
        ]}
        value={what}
        onChange={(value) => {
          setWhat(value);
          setIds([]);
        }}
      />
      {tag ? (
        <PhotoField key="photo" id="attachmentIds" ids={ids} problem={problem} onChange={setIds} />
      ) : (
        <PdfField
          key="pdf"
          id="attachmentIds"
          label={tw('work.document')}
          ids={ids}
          problem={problem}
          onChange={setIds}
        />
      )}
      {ids.length > 0 && (
        <button type="submit" className="button compact" aria-disabled={add.isPending}>
          {tw('work.save')}
        </button>
      )}
    </form>
  );
}

function photo(workId: string, photoId: string, size: 'thumb' | 'full'): string {
  return `/api/v1/merata/works/${encodeURIComponent(workId)}/photos/${encodeURIComponent(photoId)}?size=${size}`;
}
