import type { ReportDetail, ReportReference } from '../../../api/types';
import { type MessageKey, t } from '../../../i18n/t';
import { Icon } from '../../../ui/Icon';
import { ReportLinks } from './ReportLinks';
import './duplicates.css';

/** Who else has this matter, and the reports that came into this one or out of it. */
export function RelatedReports({ report }: { report: ReportDetail }) {
  const { merged, parent, children } = report.relations;
  const groups: [MessageKey, ReportReference[]][] = [
    ['related.merged', merged],
    ['related.parent', parent ? [parent] : []],
    ['related.children', children],
  ];
  const told = groups.filter(([, reports]) => reports.length > 0);
  if (told.length === 0 && report.supports === 0) return null;
  return (
    <section className="stack">
      <h2>{t('related.title')}</h2>
      {report.supports > 0 && (
        <p className="supports">
          <Icon name="person" />
          {t('support.count', { count: report.supports })}
        </p>
      )}
      {told.map(([title, reports]) => (
        <div key={title}>
          <h3 className="small">{t(title)}</h3>
          <ReportLinks reports={reports} />
        </div>
      ))}
    </section>
  );
}
