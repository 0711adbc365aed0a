import { Link } from 'wouter';
import { WaitingReports } from '../../domain/outbox/WaitingReports';
import { useHashSecret } from '../../domain/useHashSecret';
import { KeptReports } from '../../features/track/KeptReports';
import { TrackedReportView } from '../../features/track/TrackedReportView';
import { TrackForm } from '../../features/track/TrackForm';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';

export function TrackPage({ code }: { code: string | undefined }) {
  const secret = useHashSecret(code);
  if (code && secret) return <TrackedReportView key={`${code}#${secret}`} code={code} secret={secret} />;
  return (
    <div className="stack-large">
      <div className="stack">
        <Heading title={t('track.title')} />
        <p className="muted">{t('track.lead')}</p>
      </div>
      <WaitingReports />
      <KeptReports />
      <TrackForm code={code} />
      <p>
        {t('track.lost')} <Link href="/laporan-saya">{t('own.byContact')}</Link>
      </p>
    </div>
  );
}
