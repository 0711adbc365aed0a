import { useMay } from '../../api/account';
import { t } from '../../i18n/t';
import { type Filters, writeFilters } from './filters';

const formats = ['xlsx', 'csv', 'geojson'] as const;

/** The whole list as a file, for those who may take it away; the browser shows how far it has come. */
export function QueueExport({ filters }: { filters: Filters }) {
  const mayExport = useMay('exportReports');
  const query = writeFilters(filters);
  if (!mayExport) return null;
  return (
    <ul className="queue-export" aria-label={t('queue.export')}>
      <li aria-hidden="true">{t('queue.export')}</li>
      {formats.map((format) => (
        <li key={format}>
          <a href={`/api/v1/exports/reports.${format}${query.size > 0 ? `?${query}` : ''}`} download>
            {t(`queue.export.${format}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
