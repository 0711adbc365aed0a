import { OwnReportsView } from '../../features/ownReports/OwnReportsView';
import { KeptReports } from '../../features/track/KeptReports';

export function OwnReportsPage() {
  return <OwnReportsView onThisPhone={<KeptReports />} />;
}
