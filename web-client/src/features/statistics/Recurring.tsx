import { useCallback } from 'react';
import { Link } from 'wouter';
import { api, unwrap } from '../../api/client';
import type { Alarm, HotSpot } from '../../api/types';
import { useResource } from '../../api/useResource';
import { few, number } from '../../i18n/format';
import { language, t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';

const shown = 8;
const links = 5;

const nameOf = (it: { name: string; nameEn?: string | null }) => (language === 'en' && it.nameEn) || it.name;

/** What is reported more often than chance allows, while it lasts. */
export function Alarms() {
  const load = useCallback((signal: AbortSignal) => unwrap(api.GET('/api/v1/statistics/alarms', { signal })), []);
  const { data } = useResource(load);
  const lasting = data?.items.filter((it) => it.endedAt === null) ?? [];
  if (lasting.length === 0) return null;
  return (
    <Notice tone="warn">
      <h2 className="alarm-title">{t('stats.alarms')}</h2>
      <ul className="alarms">
        {lasting.map((it) => (
          <AlarmItem key={it.id} alarm={it} />
        ))}
      </ul>
    </Notice>
  );
}

function AlarmItem({ alarm }: { alarm: Alarm }) {
  return (
    <li>
      <strong>
        {nameOf(alarm.service)}, {alarm.kelurahan.name}
      </strong>
      <br />
      {t('stats.alarm', { count: alarm.count, expected: few(alarm.expected), limit: alarm.limit })}{' '}
      <Evidence ids={alarm.evidence} />
    </li>
  );
}

/** Places where the same thing is reported again and again, with the reports that say so. */
export function HotSpots({ from }: { from: string }) {
  const load = useCallback(
    (signal: AbortSignal) => unwrap(api.GET('/api/v1/statistics/hot-spots', { params: { query: { from } }, signal })),
    [from],
  );
  const { data, problem, reload } = useResource(load);
  return (
    <section className="stack" aria-labelledby="berulang">
      <h2 id="berulang">{t('stats.hotSpots')}</h2>
      {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
      {data === undefined && problem === undefined && <Skeleton shape="line" count={6} />}
      {data?.items.length === 0 && <p className="muted">{t('stats.hotSpotsNone')}</p>}
      <ol className="hot-spots">
        {data?.items.slice(0, shown).map((it) => (
          <HotSpotItem key={it.evidence[0]} spot={it} />
        ))}
      </ol>
    </section>
  );
}

function HotSpotItem({ spot }: { spot: HotSpot }) {
  return (
    <li>
      <strong>{nameOf(spot.service)}</strong>
      {spot.kelurahan && <span className="muted"> · {spot.kelurahan.name}</span>}
      <p className="small">
        {t('stats.hotSpot', { count: number(spot.count), open: number(spot.open) })}
        {spot.recurrences > 0 && <> · {t('stats.recurred', { count: number(spot.recurrences) })}</>}
      </p>
      <p className="small">
        <Evidence ids={spot.evidence} />
      </p>
    </li>
  );
}

function Evidence({ ids }: { ids: string[] }) {
  return (
    <span className="evidence">
      {ids.slice(0, links).map((id, index) => (
        <Link key={id} href={`/laporan/${id}`}>
          {t('stats.evidence', { n: index + 1 })}
        </Link>
      ))}
    </span>
  );
}
