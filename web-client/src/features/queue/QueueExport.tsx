import { t } from '../../i18n/t';
import { type Filters, writeFilters } from './filters';

const formats = ['xlsx', 'csv', 'geojson'] as const;

/** The whole list as a file; the browser shows how far it has come. */
export function QueueExport({ filters }: { filters: Filters }) {
  const query = writeFilters(filters);
  return (
    <details className="queue-export">
      <summary>{t('queue.export')}</summary>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={`/api/v1/exports/reports.${format}${query.size > 0 ? `?${query}` : ''}`} download>
              {t(`queue.export.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
