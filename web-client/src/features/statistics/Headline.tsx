import type { PublicStatistics } from '../../api/types';
import { number, percent } from '../../i18n/format';
import { t } from '../../i18n/t';

/** The four numbers that one asks for first; the share says of how many it speaks. */
export function Headline({ all }: { all: PublicStatistics['all'] }) {
  const due = all.inTime + all.late + all.overdueOpen;
  return (
    <dl className="headline">
      <div className="headline-main">
        <dt>{t('stats.onTime')}</dt>
        <dd>{all.onTimeShare === null ? t('stats.notYet') : percent(all.onTimeShare)}</dd>
        <dd className="small">{t('stats.onTimeOf', { inTime: number(all.inTime), due: number(due) })}</dd>
      </div>
      <div>
        <dt>{t('stats.reports')}</dt>
        <dd>{number(all.count)}</dd>
      </div>
      <div>
        <dt>{t('stats.open')}</dt>
        <dd>{number(all.open)}</dd>
      </div>
      <div>
        <dt>{t('stats.overdue')}</dt>
        <dd>{number(all.overdueOpen)}</dd>
      </div>
    </dl>
  );
}
