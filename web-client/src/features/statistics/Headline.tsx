import type { Measures } from '../../api/types';
import { duration, few, number, percent } from '../../i18n/format';
import { t } from '../../i18n/t';

/** The numbers that one asks for first; each says of how many it speaks. */
export function Headline({ all }: { all: Measures }) {
  const due = all.inTime + all.late + all.overdueOpen;
  return (
    <dl className="headline">
      <div className="headline-main">
        <dt>{t('stats.onTime')}</dt>
        <Value>{all.onTimeShare === null ? undefined : percent(all.onTimeShare)}</Value>
        <dd className="small">{t('stats.onTimeOf', { inTime: number(all.inTime), due: number(due) })}</dd>
      </div>
      <Figure name={t('stats.reports')} value={number(all.received)} />
      <Figure
        name={t('stats.open')}
        value={number(all.open)}
        detail={t('stats.overdue', { count: number(all.overdueOpen) })}
      />
      <Figure
        name={t('stats.response')}
        value={all.firstResponse ? duration(all.firstResponse.medianHours) : undefined}
        detail={all.firstResponse && t('stats.nineInTen', { time: duration(all.firstResponse.p90Hours) })}
      />
      <Figure
        name={t('stats.resolution')}
        value={all.resolution ? duration(all.resolution.medianHours) : undefined}
        detail={all.resolution && t('stats.nineInTen', { time: duration(all.resolution.p90Hours) })}
      />
      <Figure
        name={t('stats.reopened')}
        value={all.reopenedShare === null ? undefined : percent(all.reopenedShare)}
        detail={all.reopenedShare !== null && t('stats.reopenedOf', { count: number(all.reopened) })}
      />
      <Figure
        name={t('stats.satisfaction')}
        value={all.satisfaction ? t('stats.stars', { average: few(all.satisfaction.average) }) : undefined}
        detail={all.satisfaction && t('stats.ratings', { count: number(all.satisfaction.count) })}
      />
    </dl>
  );
}

interface FigureProps {
  name: string;
  value: string | undefined;
  detail?: string | false | null;
}

function Figure({ name, value, detail }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <Value>{value}</Value>
      {detail && <dd className="small muted">{detail}</dd>}
    </div>
  );
}

/** A number that cannot be told yet is said in words, and words are no headline. */
function Value({ children }: { children: string | undefined }) {
  return <dd className={children === undefined ? 'is-none' : undefined}>{children ?? t('stats.notYet')}</dd>;
}
