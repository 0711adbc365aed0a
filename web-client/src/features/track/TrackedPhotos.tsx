import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import type { TrackedReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { keyHeaders } from '../../domain/reportKey';
import { t } from '../../i18n/t';

type Attachment = TrackedReport['attachments'][number];

export function TrackedPhotos({ report, secret }: { report: TrackedReport; secret: string }) {
  if (report.attachments.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('track.photos')}</h2>
      <ul className="tracked-photos">
        {report.attachments.map((attachment, index) => (
          <li key={attachment.id}>
            <TrackedPhoto code={report.trackingCode} secret={secret} attachment={attachment} number={index + 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TrackedPhotoProps {
  code: string;
  secret: string;
  attachment: Attachment;
  number: number;
}

/** Fetched, not linked: an img element cannot carry the secret in a header, and it must not stand in an address. */
function TrackedPhoto({ code, secret, attachment, number }: TrackedPhotoProps) {
  const load = useCallback(
    (signal: AbortSignal) => loadPhoto(code, secret, attachment.id, signal),
    [code, secret, attachment.id],
  );
  const { data: picture } = useResource(load);
  const [source, setSource] = useState<string>();

  useEffect(() => {
    if (!picture) return;
    const url = URL.createObjectURL(picture);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [picture]);

  return (
    <figure>
      <img src={source} alt={t('photos.number', { number })} width={attachment.width} height={attachment.height} />
      <figcaption className="small muted">
        {t(attachment.phase === 'before' ? 'track.photoBefore' : 'track.photoAfter')}
      </figcaption>
    </figure>
  );
}

async function loadPhoto(code: string, secret: string, id: string, signal: AbortSignal): Promise<Blob> {
  const path = `/api/v1/tracking/${encodeURIComponent(code)}/attachments/${encodeURIComponent(id)}?size=full`;
  const response = await fetch(path, { headers: keyHeaders(secret), signal });
  if (!response.ok) throw ApiProblem.from(response.status, undefined);
  return response.blob();
}
