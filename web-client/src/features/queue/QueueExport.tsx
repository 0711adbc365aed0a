import { problemText } from '../../api/ApiProblem';
import { useMay } from '../../api/account';
import { fileSize, number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';
import { type Filters, writeFilters } from './filters';
import { type ExportState, useExport } from './useExport';

/** By the ending of their files. */
const formats = { xlsx: 'XLSX', csv: 'CSV', geojson: 'GeoJSON' };

/** The whole list as a file, for those who may take it away. */
export function QueueExport({ filters }: { filters: Filters }) {
  const mayExport = useMay('exportReports');
  const { state, start, stop } = useExport();
  const query = writeFilters(filters);
  if (!mayExport) return null;
  return (
    <>
      <ul className="queue-export" aria-label={t('queue.export')}>
        <li aria-hidden="true">{t('queue.export')}</li>
        {Object.entries(formats).map(([format, name]) => (
          <li key={format}>
            <button
              type="button"
              className="text-button"
              onClick={() => start(format, `/api/v1/exports/reports.${format}${query.size > 0 ? `?${query}` : ''}`)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <Progress state={state} onStop={stop} />
    </>
  );
}

function Progress({ state, onStop }: { state: ExportState; onStop: () => void }) {
  if (state.is === 'failed')
    return (
      <Notice tone="err" role="alert">
        <p>{problemText(state.problem)}</p>
      </Notice>
    );
  return (
    <div className="queue-export-progress">
      <p role="status">{wordsOf(state)}</p>
      {state.is === 'arriving' && (
        <>
          <progress aria-label={t('queue.export')} />
          {/* apart from the news, which would else be spoken with every part that comes */}
          <span className="muted">{fileSize(state.bytes)}</span>
          <button type="button" className="text-button" onClick={onStop}>
            {t('common.cancel')}
          </button>
        </>
      )}
    </div>
  );
}

function wordsOf(state: ExportState): string {
  if (state.is === 'saved')
    return t('queue.export.saved', { format: state.format.toUpperCase(), rows: number(state.rows) });
  if (state.is !== 'arriving') return '';
  return state.rows === undefined
    ? t('common.loading')
    : t('queue.export.arriving', { format: state.format.toUpperCase(), rows: number(state.rows) });
}
