import type { ReportDetail } from '../../api/types';
import { t } from '../../i18n/t';

export function ReportPhotos({ report }: { report: ReportDetail }) {
  if (report.attachments.length === 0 && report.attachmentsRemoved === 0) return null;
  const address = (id: string, size: 'thumb' | 'full') =>
    `/api/v1/reports/${encodeURIComponent(report.id)}/attachments/${encodeURIComponent(id)}?size=${size}`;
  return (
    <section className="stack">
      <h2>{t('track.photos')}</h2>
      <ul className="report-photos">
        {report.attachments.map((it, index) => (
          <li key={it.id}>
            <a href={address(it.id, 'full')} target="_blank" rel="noreferrer">
              <img
                src={address(it.id, 'thumb')}
                alt={t('photos.number', { number: index + 1 })}
                width={it.width}
                height={it.height}
                loading="lazy"
              />
              <span className="small">{t(it.phase === 'before' ? 'track.photoBefore' : 'track.photoAfter')}</span>
            </a>
          </li>
        ))}
      </ul>
      {report.attachmentsRemoved > 0 && (
        <p className="small muted">{t('documents.removed', { count: report.attachmentsRemoved })}</p>
      )}
    </section>
  );
}
