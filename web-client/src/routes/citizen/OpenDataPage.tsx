import { OpenDataView } from '../../features/openData/OpenDataView';

export function OpenDataPage() {
  return <OpenDataView />;
}
