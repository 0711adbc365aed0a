import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { loadServices, loadWards } from '../../api/reference';
import type { PublicMap, WardCollection } from '../../api/types';
import { useResource } from '../../api/useResource';
import { publicPath } from '../../domain/trackingLink';
import { number } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Contained } from '../../ui/Contained';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Legend } from './Legend';
import { MapFilterBar } from './MapFilterBar';
import { useMapFilters } from './mapFilters';
import { PublicList } from './PublicList';
import { useMapData } from './useMapData';
import { WardTable } from './WardTable';
import './publicMap.css';

const CityMap = lazy(() => import('./CityMap').then((it) => ({ default: it.CityMap })));

/** All public reports: on a map of the wards, in a list beside it, and as numbers by ward. Each does without the others. */
export function PublicMapView() {
  const [filters, change] = useMapFilters();
  const services = useResource(loadServices);
  const wards = useResource(loadWards);
  const { data, problem, reload, view, setView } = useMapData(filters);
  const [isBounded, setBounded] = useState(false);
  const [, navigate] = useLocation();

  return (
    <div className="public-map">
      <header className="stack">
        <Heading title={t('map.title')} />
        <p className="muted public-map-total" role="status">
          {data && totalText(data)}
        </p>
        <MapFilterBar filters={filters} services={services.data ?? []} wards={namesOf(wards.data)} onChange={change} />
      </header>
      <div className="public-map-halves">
        <section className="stack" aria-label={t('map.mapHalf')}>
          <div className="city-map">
            <Contained fallback={<p>{t('map.noMap')}</p>}>
              <Suspense fallback={null}>
                {wards.data && (
                  <CityMap
                    wards={wards.data}
                    data={data}
                    chosen={filters.kelurahan}
                    onView={setView}
                    onWard={(kelurahan) => change({ kelurahan: kelurahan === filters.kelurahan ? '' : kelurahan })}
                    onReport={(id) => navigate(publicPath(id))}
                  />
                )}
              </Suspense>
            </Contained>
          </div>
          {problem !== undefined && <Failure problem={problem} onRetry={reload} />}
          {(data || problem === undefined) && <Legend wards={data?.wards ?? []} />}
          <label className="choice">
            <input type="checkbox" checked={isBounded} onChange={(event) => setBounded(event.currentTarget.checked)} />
            <span>{t('map.onlyHere')}</span>
          </label>
          {(data || problem === undefined) && <WardTable wards={data?.wards} filters={filters} />}
        </section>
        <PublicList filters={filters} bbox={isBounded ? view.bbox : undefined} />
      </div>
    </div>
  );
}

function totalText({ total, withoutPoint }: PublicMap): string {
  return withoutPoint > 0
    ? t('map.totalWithout', { count: number(total), without: number(withoutPoint) })
    : t('map.total', { count: number(total) });
}

function namesOf(wards: WardCollection | undefined) {
  const names = wards?.features.map(({ properties: { code, name } }) => ({ code, name })) ?? [];
  return names.sort((a, b) => a.name.localeCompare(b.name, 'id'));
}
