import { Redirect } from 'wouter';
import { useMay } from '../../api/account';
import { WorkbenchPage } from './WorkbenchPage';

/** Everyone begins with their own work: whoever keeps the system reads no reports, but its outbox. */
export function FrontPage() {
  const [readsReports, keepsSystem] = [useMay('readReports'), useMay('manageReferenceData')];
  return keepsSystem && !readsReports ? <Redirect to="/kotak-keluar" replace /> : <WorkbenchPage />;
}
