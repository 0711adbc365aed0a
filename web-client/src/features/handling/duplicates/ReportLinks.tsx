import { Link } from 'wouter';
import type { ReportReference } from '../../../api/types';
import { StatusBadge } from '../../../domain/StatusBadge';

/** Other reports, each a way to its desk. */
export function ReportLinks({ reports }: { reports: ReportReference[] }) {
  return (
    <ul className="report-links">
      {reports.map((it) => (
        <li key={it.id}>
          <Link href={`/laporan/${it.id}`}>{it.trackingCode}</Link> <StatusBadge status={it.status} />
          <span className="small muted">{[it.service.name, it.agency?.name].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
