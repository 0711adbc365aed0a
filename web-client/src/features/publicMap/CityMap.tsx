import {
  map as createMap,
  divIcon,
  type GeoJSON,
  geoJSON,
  type LayerGroup,
  type Map as LeafletMap,
  layerGroup,
  marker,
  type Polygon,
} from 'leaflet';
import { useEffect, useRef } from 'react';
import type { PublicMap, WardCollection } from '../../api/types';
import { layBase } from '../../domain/mapBase';
import { compact } from '../../i18n/format';
import { t } from '../../i18n/t';
import { breaksOf, shadeOf } from './classes';
import type { MapView } from './useMapData';
import 'leaflet/dist/leaflet.css';
import '../../domain/wardMap.css';
import './cityMap.css';

interface CityMapProps {
  wards: WardCollection;
  data: PublicMap | undefined;
  /** Code of the ward that is looked at. */
  chosen: string;
  onView: (view: MapView) => void;
  onWard: (code: string) => void;
  onReport: (id: string) => void;
}

const labelZoom = 13.5; // farther, 46 names lie upon each other
const maxZoom = 18;
const rim = 0.2; // of the view, so that a short drag finds its clusters there

type WardShape = Polygon<WardCollection['features'][number]['properties']>;

/** Wards shaded by how many reports they have, and the reports gathered by the server. A tap on a gathering goes nearer. */
export function CityMap({ wards, data, chosen, onView, onWard, onReport }: CityMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(null);
  const ground = useRef<GeoJSON>(null);
  const clusters = useRef<LayerGroup>(null);
  // the map lives longer than one rendering
  const handlers = useRef({ onView, onWard, onReport });
  handlers.current = { onView, onWard, onReport };

  useEffect(() => {
    if (!frame.current) return;
    const shapes = geoJSON(wards, {
      style: { className: 'ward' },
      onEachFeature: (feature, shape) => {
        shape.bindTooltip(feature.properties.name, { permanent: true, direction: 'center', className: 'ward-label' });
        shape.on('click', () => handlers.current.onWard(feature.properties.code));
      },
    });
    const bounds = shapes.getBounds();
    const created = createMap(frame.current, { zoomSnap: 0.5, maxZoom, minZoom: 10, maxBounds: bounds.pad(1) });
    created.attributionControl.setPrefix(false);
    created.fitBounds(bounds, { animate: false });
    shapes.addTo(created);
    layBase(created);
    const tell = () => {
      const box = created.getBounds().pad(rim);
      frame.current?.classList.toggle('is-far', created.getZoom() < labelZoom);
      handlers.current.onView({ zoom: Math.floor(created.getZoom()), bbox: box.toBBoxString() });
    };
    created.on('moveend', tell);
    tell();
    map.current = created;
    ground.current = shapes;
    clusters.current = layerGroup().addTo(created);
    return () => {
      created.off('moveend', tell); // a resize tells its move 200 ms late, when the map may be gone
      created.remove();
    };
  }, [wards]);

  useEffect(() => {
    ground.current?.eachLayer((it) => {
      const shape = it as WardShape;
      const isChosen = shape.feature?.properties.code === chosen;
      shape.getElement()?.classList.toggle('is-here', isChosen);
      if (isChosen) map.current?.fitBounds(shape.getBounds(), { animate: false, maxZoom: 15 });
    });
  }, [chosen]);

  useEffect(() => {
    if (!data) return;
    const breaks = breaksOf(data.wards.map((it) => it.count));
    const counts = new Map(data.wards.map((it) => [it.kelurahan.code, it.count]));
    ground.current?.eachLayer((it) => {
      const shape = it as WardShape;
      const shade = shadeOf(counts.get(shape.feature?.properties.code ?? '') ?? 0, breaks);
      shape.getElement()?.setAttribute('data-shade', String(shade));
    });
    clusters.current?.clearLayers();
    for (const cluster of data.clusters) {
      const { lat, lng, count, reportId } = cluster;
      const size = count === 1 ? 28 : 34 + Math.min(18, 6 * Math.log10(count) * 1.6);
      const icon = divIcon({
        className: `cluster${count === 1 ? ' is-single' : ''}`,
        html: count === 1 ? '' : compact(count),
        iconSize: [size, size],
      });
      const dot = marker([lat, lng], { icon, keyboard: true });
      dot.on('click', () =>
        reportId ? handlers.current.onReport(reportId) : map.current?.setView([lat, lng], map.current.getZoom() + 2),
      );
      clusters.current?.addLayer(dot);
      dot.getElement()?.setAttribute('aria-label', t(count === 1 ? 'map.oneHere' : 'map.manyHere', { count }));
    }
  }, [data]);

  // biome-ignore lint/a11y/useSemanticElements: no element means a map; the arrow keys move this one
  return <div className="city-map-frame" ref={frame} role="group" aria-label={t('map.label')} />;
}
