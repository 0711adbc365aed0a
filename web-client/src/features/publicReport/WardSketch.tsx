import { loadWards } from '../../api/reference';
import type { PublicReport, Ref } from '../../api/types';
import { useResource } from '../../api/useResource';
import { sketch } from '../../domain/sketch';
import { t } from '../../i18n/t';

/** The ward drawn among its neighbours, and the point in it; the words above say the same, so without it nothing is lost. */
export function WardSketch({ ward, point }: { ward: Ref; point: PublicReport['location'] }) {
  const { data: wards, problem } = useResource(loadWards);
  if (problem !== undefined) return null;
  const drawing = wards && sketch(wards, ward.code, point);
  if (wards && !drawing) return null;
  return (
    <figure className="ward-sketch">
      {drawing ? (
        <svg viewBox={drawing.viewBox} role="img" aria-label={t('public.map', { ward: ward.name })}>
          {drawing.wards.map((it) => (
            <path key={it.code} d={it.path} className={it.code === ward.code ? 'is-here' : undefined} />
          ))}
          {drawing.point && <circle cx={drawing.point.x} cy={drawing.point.y} r={drawing.size / 45} />}
        </svg>
      ) : (
        <svg aria-hidden="true" />
      )}
      {point && <figcaption className="small muted">{t('public.pointHint')}</figcaption>}
    </figure>
  );
}
