import type { ReportDetail } from '../../api/types';
import { t } from '../../i18n/t';

/** What was shown of the matter and what was shown of the work, side by side. */
export function ReportPhotos({ report }: { report: ReportDetail }) {
  if (report.attachments.length === 0 && report.attachmentsRemoved === 0) return null;
  const phases = [
    { title: t('track.photoBefore'), photos: report.attachments.filter((it) => it.phase === 'before') },
    { title: t('track.photoAfter'), photos: report.attachments.filter((it) => it.phase !== 'before') },
  ].filter((it) => it.photos.length > 0);
  const address = (id: string, size: 'thumb' | 'full') =>
    `/api/v1/reports/${encodeURIComponent(report.id)}/attachments/${encodeURIComponent(id)}?size=${size}`;
  return (
    <section className="stack">
      <h2>{t('track.photos')}</h2>
      <div className="photo-phases">
        {phases.map(({ title, photos }) => (
          <div key={title} className="stack">
            <h3 className="small">{title}</h3>
            <ul className="report-photos">
              {photos.map((it, index) => (
                <li key={it.id}>
                  <a href={address(it.id, 'full')} target="_blank" rel="noreferrer">
                    <img
                      src={address(it.id, 'thumb')}
                      alt={`${title}, ${t('photos.number', { number: index + 1 })}`}
                      width={it.width}
                      height={it.height}
                      loading="lazy"
                    />
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {report.attachmentsRemoved > 0 && (
        <p className="small muted">{t('documents.removed', { count: report.attachmentsRemoved })}</p>
      )}
    </section>
  );
}
