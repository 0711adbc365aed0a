import { ReportFlow } from '../../features/report/ReportFlow';

export function ReportPage({ step }: { step: string | undefined }) {
  return <ReportFlow step={step} />;
}
