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
const OpenDataPage = lazy(() =>
  import('../../routes/citizen/OpenDataPage').then((it) => ({ default: it.OpenDataPage })),
);
const ProofPage = lazy(() => import('../../routes/citizen/ProofPage').then((it) => ({ default: it.ProofPage })));
const OwnReportsPage = lazy(() =>
  import('../../routes/citizen/OwnReportsPage').then((it) => ({ default: it.OwnReportsPage })),
);
const HandOverPage = lazy(() =>
  import('../../routes/citizen/HandOverPage').then((it) => ({ default: it.HandOverPage })),
);
const CarPage = lazy(async () => {
  const page = await import('../../routes/citizen/CarPage');
  await page.loadCarMessages();
  return { default: page.CarPage };
});
const WorksPage = lazy(async () => {
  const page = await import('../../routes/citizen/WorksPage');
  await page.loadWorkMessages();
  return { default: page.WorksPage };
});
const NotFoundPage = lazy(() =>
  import('../../routes/citizen/NotFoundPage').then((it) => ({ default: it.NotFoundPage })),
);

/** Holds the place of a page whose code has not arrived. */
export function Waiting() {
  return <Skeleton shape="card" count={3} />;
}

export function CitizenApp() {
  const [path] = useLocation();
  // the steps of one page share what is typed: only another page starts afresh
  const page = path.split('/')[1];
  return (
    <CitizenShell breadth={path === '/' ? 'home' : path === '/peta' ? 'page wide-page' : 'page'}>
      <ErrorBoundary key={page}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/lapor/:step?">{(params) => <ReportPage step={params.step} />}</Route>
            <Route path="/lacak/:code?">{(params) => <TrackPage code={params.code} />}</Route>
            <Route path="/laporan-saya" component={OwnReportsPage} />
            <Route path="/laporan/:id">{(params) => <PublicReportPage id={params.id} />}</Route>
            <Route path="/peta" component={MapPage} />
            <Route path="/statistik" component={StatisticsPage} />
            <Route path="/mobil/permintaan/:code">{(params) => <CarPage code={params.code} />}</Route>
            <Route path="/mobil/:step?">{(params) => <CarPage step={params.step} />}</Route>
            <Route path="/pembangunan/:id?">{(params) => <WorksPage id={params.id} />}</Route>
            <Route path="/data-terbuka" component={OpenDataPage} />
            <Route path="/bukti/:code?">{(params) => <ProofPage code={params.code} />}</Route>
            <Route path="/serah-terima/:id">{(params) => <HandOverPage id={params.id} />}</Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </CitizenShell>
  );
}
