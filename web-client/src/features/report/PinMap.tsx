import {
  map as createMap,
  type GeoJSON,
  geoJSON,
  type LatLngLiteral,
  type Map as LeafletMap,
  type Polygon,
} from 'leaflet';
import { useEffect, useRef } from 'react';
import type { WardCollection } from '../../api/types';
import { layBase } from '../../domain/mapBase';
import { t } from '../../i18n/t';
import { Icon } from '../../ui/Icon';
import { pinMoved } from './pinMoved';
import 'leaflet/dist/leaflet.css';
import '../../domain/wardMap.css';
import './pinMap.css';

interface PinMapProps {
  wards: WardCollection;
  lat: number;
  lng: number;
  /** False while the pin stands in the middle of the city only because it must stand somewhere. */
  isAimed: boolean;
  /** Code of the ward to fill. */
  ward: string | undefined;
  onMove: (point: { lat: number; lng: number }) => void;
}

const closeZoom = 15; // nearer, a map of borders without streets shows nothing
const labelZoom = 14; // farther, 46 names lie upon each other
const cityZoom = 12.5;
const minZoom = 11; // a pin in a neighbouring town still has the city on its map
const maxZoom = 18;
const belowPin: [number, number] = [0, 16]; // pixels: a pin in the heart of a ward leaves its name legible

type WardShape = Polygon<WardCollection['features'][number]['properties']>;

/**
 * The pin stays in the middle and the map moves under it: one thumb, no small marker to catch. A tap and the arrow
 * keys do what a drag does (WCAG 2.5.7). Wards are the ground; no third party, unless the city has configured tiles.
 */
export function PinMap({ wards, lat, lng, isAimed, ward, onMove }: PinMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(null);
  const layer = useRef<GeoJSON>(null);
  // where the pin stands, as far as the map knows
  const at = useRef({ lat, lng });
  const startsAimed = useRef(isAimed);
  const moved = useRef(onMove);
  moved.current = onMove;

  useEffect(() => {
    if (!frame.current) return;
    const ground = geoJSON(wards, {
      interactive: false,
      style: { className: 'ward' },
      onEachFeature: (feature, shape) =>
        shape.bindTooltip(feature.properties.name, {
          permanent: true,
          direction: 'center',
          offset: belowPin,
          className: 'ward-label',
        }),
    });
    const created = createMap(frame.current, { zoomSnap: 0.5, minZoom, maxZoom });
    created.attributionControl.setPrefix(false);
    created.setView(at.current, startsAimed.current ? zoomAt(at.current, ground) : cityZoom, { animate: false });
    ground.addTo(created);
    layBase(created);
    layer.current = ground;
    const showLabels = () => frame.current?.classList.toggle('is-far', created.getZoom() < labelZoom);
    showLabels();
    created.on('zoomend', showLabels);
    created.on('click', ({ latlng: { lat, lng } }) => {
      // told here: who taps the very place where the pin stands moves nothing, and yet has chosen
      at.current = { lat, lng };
      moved.current(at.current);
      created.panTo(at.current, { animate: false });
    });
    const tellMove = () => {
      if (!pinMoved(created.latLngToContainerPoint(at.current), created.getSize().divideBy(2))) return;
      const { lat, lng } = created.getCenter();
      at.current = { lat, lng };
      moved.current(at.current);
    };
    created.on('moveend', tellMove);
    map.current = created;
    return () => {
      created.off('moveend', tellMove); // a resize tells its move 200 ms late, when the map may be gone
      created.remove();
    };
  }, [wards]);

  useEffect(() => {
    if (lat === at.current.lat && lng === at.current.lng) return;
    at.current = { lat, lng };
    if (layer.current) map.current?.setView(at.current, zoomAt(at.current, layer.current), { animate: false });
  }, [lat, lng]);

  useEffect(() => {
    layer.current?.eachLayer((it) => {
      const shape = it as WardShape;
      shape.getElement()?.classList.toggle('is-here', shape.feature?.properties.code === ward);
    });
  }, [ward]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: no element means a map; the arrow keys move this one */}
      <div className="pin-map-frame" ref={frame} role="group" aria-label={t('place.mapLabel')} />
      <span className="pin-map-pin">
        <Icon name="pin" />
      </span>
    </>
  );
}

function zoomAt(pin: LatLngLiteral, ground: GeoJSON): number {
  return ground.getBounds().contains(pin) ? closeZoom : minZoom;
}
