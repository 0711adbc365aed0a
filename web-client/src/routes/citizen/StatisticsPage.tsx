import { StatisticsView } from '../../features/statistics/StatisticsView';

export function StatisticsPage() {
  return <StatisticsView />;
}
