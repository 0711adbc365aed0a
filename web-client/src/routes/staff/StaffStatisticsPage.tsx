import { useMay } from '../../api/account';
import { Figures } from '../../features/statistics/StatisticsView';
import { ownFigures } from '../../features/statistics/sources';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';
import './staffStatisticsPage.css';

/** The figures of what a member of staff works with. */
export function StaffStatisticsPage() {
  const own = useMay('readReports');
  const all = useMay('readAllReports');
  return (
    <div className="staff-statistics">
      {own || all ? (
        <Figures source={ownFigures} title={t('stats.own')} lead={t('stats.ownLead')} />
      ) : (
        <Notice tone="err">
          <p>{t('problem.permission_required')}</p>
        </Notice>
      )}
    </div>
  );
}
