import { type CircleMarker, circleMarker, map as createMap, geoJSON, type Map as LeafletMap } from 'leaflet';
import { useEffect, useRef } from 'react';
import type { WardCollection } from '../../api/types';
import { layBase } from '../../domain/mapBase';
import 'leaflet/dist/leaflet.css';
import '../../domain/wardMap.css';

interface ScenePinProps {
  /** Given, not looked up: two chunks that share the words of 112 would put them before everybody. */
  label: string;
  wards: WardCollection;
  at: { lat: number; lng: number } | undefined;
  onChoose: (point: { lat: number; lng: number }) => void;
}

const closeZoom = 15;
const cityZoom = 12.5;
const labelZoom = 13.5; // below it the names of the wards lie on one another

/** A click chooses a place; for the keyboard the arrows move the map and Enter chooses its middle. */
export function ScenePin({ label, wards, at, onChoose }: ScenePinProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(null);
  const pin = useRef<CircleMarker>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;

  useEffect(() => {
    if (!frame.current) return;
    const ground = geoJSON(wards, {
      interactive: false,
      style: { className: 'ward' },
      onEachFeature: (feature, shape) =>
        shape.bindTooltip(feature.properties.name, { permanent: true, direction: 'center', className: 'ward-label' }),
    });
    const created = createMap(frame.current, { zoomSnap: 0.5, minZoom: 11, maxZoom: 18 });
    created.attributionControl.setPrefix(false);
    created.setView(ground.getBounds().getCenter(), cityZoom, { animate: false });
    ground.addTo(created);
    layBase(created);
    const showLabels = () => frame.current?.classList.toggle('is-far', created.getZoom() < labelZoom);
    showLabels();
    created.on('zoomend', showLabels);
    created.on('click', ({ latlng: { lat, lng } }) => choose.current({ lat, lng }));
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const { lat, lng } = created.getCenter();
      choose.current({ lat, lng });
    };
    const box = frame.current;
    box.addEventListener('keydown', enter);
    map.current = created;
    return () => {
      box.removeEventListener('keydown', enter);
      created.remove();
    };
  }, [wards]);

  useEffect(() => {
    pin.current?.remove();
    pin.current = null;
    if (!at || !map.current) return;
    // a shape of our own style: leaflet's pictures would be a request to nowhere
    pin.current = circleMarker(at, { interactive: false, radius: 9, className: 'scene-pin' }).addTo(map.current);
    map.current.setView(at, Math.max(map.current.getZoom(), closeZoom), { animate: false });
  }, [at]);

  // biome-ignore lint/a11y/useSemanticElements: no element means a map; the arrow keys move this one
  return <div className="scene-map" ref={frame} role="group" aria-label={label} />;
}
