import { PublicReportView } from '../../features/publicReport/PublicReportView';

export function PublicReportPage({ id }: { id: string }) {
  return <PublicReportView key={id} id={id} />;
}
