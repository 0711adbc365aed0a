import { Link } from 'wouter';
import type { TrackedReport } from '../../api/types';
import { StatusBadge } from '../../domain/StatusBadge';
import { publicPath, trackingPath } from '../../domain/trackingLink';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import './kept.css';

/** What this report has to do with others, in plain words; one secret opens a report and what was split from it. */
export function RelatedReports({ report, secret }: { report: TrackedReport; secret: string }) {
  const { mergedInto, parentCode, children } = report;
  return (
    <>
      {mergedInto && (
        <Notice tone="info" icon="route">
          <p>{t(report.status === 'closed' ? 'track.closedTogether' : 'track.handledTogether')}</p>
          <p>
            <Link href={publicPath(mergedInto)}>{t('track.seeTogether')}</Link>
          </p>
        </Notice>
      )}
      {parentCode && (
        <Notice tone="info" icon="route">
          <p>
            {t('track.partOf')} <Link href={trackingPath(parentCode, secret)}>{parentCode}</Link>
          </p>
        </Notice>
      )}
      {children.length > 0 && (
        <section className="stack">
          <h2>{t('track.children')}</h2>
          <p className="muted">{t('track.childrenText')}</p>
          <ul className="kept">
            {children.map((child) => (
              <li key={child.trackingCode}>
                <Link href={trackingPath(child.trackingCode, secret)}>
                  <span>
                    <strong>{child.service.name}</strong>
                    <span className="muted small">{child.trackingCode}</span>
                    <StatusBadge status={child.status} />
                  </span>
                  <Icon name="next" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
