import { PublicMapView } from '../../features/publicMap/PublicMapView';

export function MapPage() {
  return <PublicMapView />;
}
