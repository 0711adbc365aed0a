import type { ReportDetail } from '../../api/types';
import { dateTime, fileSize } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';

/** The PDFs that staff keep with the report. They have no names: the note they came with tells what they are. */
export function ReportDocuments({ report }: { report: ReportDetail }) {
  if (report.documents.length === 0) return null;
  const noteOf = (sequence: number) => {
    const row = report.history.find((it) => it.sequence === sequence);
    return row?.internalNote ?? row?.publicNote;
  };
  return (
    <section className="stack">
      <h2>{t('documents.title')}</h2>
      <p className="small muted">{t('documents.staffOnly')}</p>
      <ul className="report-documents">
        {report.documents.map((it, index) => (
          <li key={it.id}>
            <a href={address(report.id, it.id)} download>
              <Icon name="file" />
              {t('documents.number', { number: index + 1, size: fileSize(it.bytes) })}
            </a>
            <p className="small muted">{[it.addedBy, dateTime(it.addedAt)].join(' · ')}</p>
            {noteOf(it.sequence) && <p className="small">{noteOf(it.sequence)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function address(reportId: string, documentId: string): string {
  return `/api/v1/reports/${encodeURIComponent(reportId)}/documents/${encodeURIComponent(documentId)}`;
}
