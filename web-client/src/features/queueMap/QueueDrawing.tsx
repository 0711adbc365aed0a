import { type MouseEvent, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { loadWards } from '../../api/reference';
import type { QueueItem } from '../../api/types';
import { useResource } from '../../api/useResource';
import { pointOf, sketch } from '../../domain/sketch';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Skeleton } from '../../ui/Skeleton';
import { dots, nearest, type Placed } from './dots';

interface QueueDrawingProps {
  items: QueueItem[];
  selected: string | undefined;
}

/** How far from a dot a click still means it, in pixels of the screen. */
const reach = 14;

/**
 * The wards and the reports of the list, as vectors and nothing else. All dots are one path each for late and others: ten thousand of them
 * stay one element. Whoever cannot see or point has the list, which tells the same.
 */
export function QueueDrawing({ items, selected }: QueueDrawingProps) {
  const { data: wards, problem } = useResource(loadWards);
  const [, navigate] = useLocation();
  const search = useSearch();
  const [isWhole, setWhole] = useState(false);
  const current = items.find((it) => it.id === selected);
  const ward = isWhole ? undefined : current?.kelurahan?.code;
  const drawing = useMemo(
    () => wards && sketch(wards, ward, current?.location ?? null),
    [wards, ward, current?.location],
  );
  const placed = useMemo(
    () =>
      items.flatMap((it): Placed[] =>
        it.location ? [{ id: it.id, isLate: isLate(it), ...pointOf(it.location) }] : [],
      ),
    [items],
  );

  if (problem !== undefined) return <p className="small muted">{t('queueMap.failed')}</p>;
  if (!drawing) return <Skeleton shape="card" />;

  const open = (event: MouseEvent<SVGSVGElement>) => {
    const toScreen = event.currentTarget.getScreenCTM();
    if (!toScreen) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse());
    const hit = nearest(placed, at, reach / toScreen.a);
    if (hit) navigate(`/laporan/${hit.id}${search && `?${search}`}`, { replace: selected !== undefined });
  };

  return (
    <div className="queue-map-drawing">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it opens the same reports by keyboard */}
      <svg
        viewBox={drawing.viewBox}
        role="img"
        aria-label={t('queueMap.label', { count: number(placed.length) })}
        onClick={open}
      >
        {drawing.wards.map((it) => (
          <path key={it.code} d={it.path} className={it.code === ward ? 'is-here' : undefined} />
        ))}
        {ward !== undefined &&
          drawing.wards.map((it) => (
            <text key={it.code} x={it.x} y={it.y} fontSize={drawing.size / 24}>
              {it.name}
            </text>
          ))}
        <path className="dots" d={dots(placed.filter((it) => !it.isLate))} />
        <path className="dots is-late" d={dots(placed.filter((it) => it.isLate))} />
        {drawing.point && <circle cx={drawing.point.x} cy={drawing.point.y} r={drawing.size / 50} />}
      </svg>
      <p className="small muted">
        {t('queueMap.count', { count: number(placed.length) })}
        {placed.length < items.length && <> {t('queueMap.without', { count: number(items.length - placed.length) })}</>}
        {current?.kelurahan && (
          <button type="button" className="text-button" onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'queueMap.near' : 'queueMap.wholeCity')}
          </button>
        )}
      </p>
    </div>
  );
}

function isLate({ dueAt, status }: QueueItem): boolean {
  return dueAt !== null && status !== 'resolved' && Date.parse(dueAt) < Date.now();
}
