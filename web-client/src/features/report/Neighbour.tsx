import { Link } from 'wouter';
import type { SimilarPublicReport } from '../../api/types';
import { StatusBadge } from '../../domain/StatusBadge';
import { SupportButton } from '../../domain/SupportButton';
import { publicPath } from '../../domain/trackingLink';
import { useSupport } from '../../domain/useSupport';
import { relative } from '../../i18n/format';
import { t } from '../../i18n/t';

interface NeighbourProps {
  neighbour: SimilarPublicReport;
  /** Joining this report was enough. */
  onSettled: (reportId: string) => void;
}

/** One report nearby that the reporter may join. */
export function Neighbour({ neighbour: { report, parts }, onSettled }: NeighbourProps) {
  const support = useSupport(report);
  const where =
    parts.distanceMetres === null ? undefined : t('neighbours.metres', { metres: Math.round(parts.distanceMetres) });
  return (
    <li className="neighbour">
      <h3>{report.service.name}</h3>
      <p className="small muted">
        {[where, relative(report.submittedAt), report.agency?.name].filter(Boolean).join(' · ')}
      </p>
      <p className="row">
        <StatusBadge status={report.status} />
        <Link href={publicPath(report.id)} className="small">
          {t('neighbours.look')}
          <span className="visually-hidden"> {report.service.name}</span>
        </Link>
      </p>
      <SupportButton support={support} />
      {support.isSupported && (
        <>
          <p>{t('neighbours.enough')}</p>
          <button type="button" className="button wide" onClick={() => onSettled(report.id)}>
            {t('neighbours.settled')}
          </button>
        </>
      )}
    </li>
  );
}
