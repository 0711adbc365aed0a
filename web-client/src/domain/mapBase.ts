import { type Map as LeafletMap, tileLayer } from 'leaflet';
import { loadMapBase } from '../api/reference';

/** Lays the city's configured tiles under the wards, and says whose they are; without any the wards are the ground. */
export function layBase(map: LeafletMap): void {
  loadMapBase().then(
    ({ tiles, attribution, maxZoom }) => {
      const frame = map.getContainer();
      if (!tiles || !frame.isConnected) return;
      // the attribution is text: the terms of a map maker may ask for words, not for markup in our page
      const words = document.createElement('span');
      words.textContent = attribution;
      tileLayer(tiles, { maxNativeZoom: maxZoom, maxZoom: map.getMaxZoom(), attribution: words.innerHTML }).addTo(map);
      frame.classList.add('has-base');
    },
    () => undefined,
  );
}
