import { WaitingReports } from '../../domain/outbox/WaitingReports';
import { HowItWorks } from '../../features/home/HowItWorks';
import { RecentReports } from '../../features/home/RecentReports';
import { Welcome } from '../../features/home/Welcome';
import { KeptReports } from '../../features/track/KeptReports';
import '../../features/home/home.css';

export function HomePage() {
  return (
    <>
      <Welcome />
      <div className="home-body">
        <WaitingReports />
        <KeptReports />
        <HowItWorks />
        <RecentReports />
      </div>
    </>
  );
}
