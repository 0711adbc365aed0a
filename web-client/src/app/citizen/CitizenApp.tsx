import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { HomePage } from '../../routes/citizen/HomePage';
import { Skeleton } from '../../ui/Skeleton';
import { ErrorBoundary } from '../ErrorBoundary';
import { CitizenShell } from './CitizenShell';

const ReportPage = lazy(() => import('../../routes/citizen/ReportPage').then((it) => ({ default: it.ReportPage })));
const TrackPage = lazy(() => import('../../routes/citizen/TrackPage').then((it) => ({ default: it.TrackPage })));
const PublicReportPage = lazy(() =>
  import('../../routes/citizen/PublicReportPage').then((it) => ({ default: it.PublicReportPage })),
);
const MapPage = lazy(() => import('../../routes/citizen/MapPage').then((it) => ({ default: it.MapPage })));
const StatisticsPage = lazy(() =>
  import('../../routes/citizen/StatisticsPage').then((it) => ({ default: it.StatisticsPage })),
);
const ProofPage = lazy(() => import('../../routes/citizen/ProofPage').then((it) => ({ default: it.ProofPage })));
const OwnReportsPage = lazy(() =>
  import('../../routes/citizen/OwnReportsPage').then((it) => ({ default: it.OwnReportsPage })),
);
const NotFoundPage = lazy(() =>
  import('../../routes/citizen/NotFoundPage').then((it) => ({ default: it.NotFoundPage })),
);

export function CitizenApp() {
  const [path] = useLocation();
  // the steps of one page share what is typed: only another page starts afresh
  const page = path.split('/')[1];
  return (
    <CitizenShell breadth={path === '/' ? 'home' : path === '/peta' ? 'page wide-page' : 'page'}>
      <ErrorBoundary key={page}>
        <Suspense fallback={<Skeleton shape="card" count={3} />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/lapor/:step?">{(params) => <ReportPage step={params.step} />}</Route>
            <Route path="/lacak/:code?">{(params) => <TrackPage code={params.code} />}</Route>
            <Route path="/laporan-saya" component={OwnReportsPage} />
            <Route path="/laporan/:id">{(params) => <PublicReportPage id={params.id} />}</Route>
            <Route path="/peta" component={MapPage} />
            <Route path="/statistik" component={StatisticsPage} />
            <Route path="/bukti/:code?">{(params) => <ProofPage code={params.code} />}</Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </CitizenShell>
  );
}
