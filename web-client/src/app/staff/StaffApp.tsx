import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { useAccount, useMay } from '../../api/account';
import { AccountGate } from '../../features/account/AccountGate';
import { LiveConnection } from '../../features/live/LiveConnection';
import { FrontPage } from '../../routes/staff/FrontPage';
import { WorkbenchPage } from '../../routes/staff/WorkbenchPage';
import { Skeleton } from '../../ui/Skeleton';
import { ErrorBoundary } from '../ErrorBoundary';
import { StaffShell } from './StaffShell';

const AccessLogPage = lazy(async () => {
  const page = await import('../../routes/staff/AccessLogPage');
  await page.loadLogMessages();
  return { default: page.AccessLogPage };
});
const AdminPage = lazy(async () => {
  const page = await import('../../routes/staff/AdminPage');
  await page.loadAdminMessages();
  return { default: page.AdminPage };
});
const StaffStatisticsPage = lazy(() =>
  import('../../routes/staff/StaffStatisticsPage').then((it) => ({ default: it.StaffStatisticsPage })),
);
const OperatorPage = lazy(async () => {
  const page = await import('../../routes/staff/OperatorPage');
  await page.loadCallMessages();
  return { default: page.OperatorPage };
});
const CarsPage = lazy(async () => {
  const page = await import('../../routes/staff/CarsPage');
  await page.loadCarMessages();
  return { default: page.CarsPage };
});
const StaffWorksPage = lazy(async () => {
  const page = await import('../../routes/staff/StaffWorksPage');
  await page.loadWorkMessages();
  return { default: page.StaffWorksPage };
});
const MonevPage = lazy(async () => {
  const page = await import('../../routes/staff/MonevPage');
  await page.loadMonevMessages();
  return { default: page.MonevPage };
});
const OutboxPage = lazy(() => import('../../routes/staff/OutboxPage').then((it) => ({ default: it.OutboxPage })));

const patience = 2; // further tries, and only where another try can help

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, cause) => failures < patience && cause instanceof ApiProblem && cause.isTransient,
    },
  },
});

/** For those who read reports: anew with every session. */
function ReadersConnection() {
  const account = useAccount();
  return useMay('readReports') && account.state === 'signedIn' ? (
    <LiveConnection key={account.session.antiforgeryToken} />
  ) : null;
}

export function StaffApp() {
  return (
    <QueryClientProvider client={queries}>
      <Router base="/petugas">
        <StaffShell>
          <ErrorBoundary>
            <AccountGate>
              <ReadersConnection />
              <Suspense fallback={<Skeleton shape="card" count={3} />}>
                <Switch>
                  <Route path="/laporan/:id">{(params) => <WorkbenchPage id={params.id} />}</Route>
                  <Route path="/operator" component={OperatorPage} />
                  <Route path="/kotak-keluar" component={OutboxPage} />
                  <Route path="/statistik" component={StaffStatisticsPage} />
                  <Route path="/akses" component={AccessLogPage} />
                  <Route path="/mobil/:part?/:id?">{(params) => <CarsPage part={params.part} id={params.id} />}</Route>
                  <Route path="/merata/:id?">{(params) => <StaffWorksPage id={params.id} />}</Route>
                  <Route path="/monev/:part?/:id?">{(params) => <MonevPage part={params.part} id={params.id} />}</Route>
                  <Route path="/admin/*?">{(params) => <AdminPage path={params['*'] ?? ''} />}</Route>
                  <Route component={FrontPage} />
                </Switch>
              </Suspense>
            </AccountGate>
          </ErrorBoundary>
        </StaffShell>
      </Router>
    </QueryClientProvider>
  );
}
