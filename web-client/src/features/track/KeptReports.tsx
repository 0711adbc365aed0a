import { useLayoutEffect, useState } from 'react';
import { Link } from 'wouter';
import { type KeptReport, keptReports } from '../../domain/keptReports';
import { trackingPath } from '../../domain/trackingLink';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import './kept.css';

/** "Laporan saya di ponsel ini": read once it stands, for the prerendered page knows no phone, and before it is painted, for nothing below may jump. */
export function KeptReports({ path = trackingPath }: { path?: typeof trackingPath }) {
  const [reports, setReports] = useState<KeptReport[]>([]);
  useLayoutEffect(() => setReports(keptReports()), []);

  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="laporan-saya">
      <h2 id="laporan-saya">{t('kept.title')}</h2>
      <ul className="kept">
        {reports.map((report) => (
          <li key={report.code}>
            <Link href={path(report.code, report.secret)}>
              <span>
                <strong>{report.service}</strong> <span className="muted small">{report.code}</span>
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
