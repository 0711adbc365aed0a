import { proofPath } from '../../domain/trackingLink';
import { useHashSecret } from '../../domain/useHashSecret';
import { FetchedProof } from '../../features/proof/FetchedProof';
import { KeptProof } from '../../features/proof/KeptProof';
import { KeptReports } from '../../features/track/KeptReports';
import { TrackForm } from '../../features/track/TrackForm';
import { t } from '../../i18n/t';
import { Heading } from '../../ui/Heading';

export function ProofPage({ code }: { code: string | undefined }) {
  const secret = useHashSecret(code);
  if (code && secret) return <FetchedProof key={`${code}#${secret}`} code={code} secret={secret} />;
  return (
    <div className="stack-large">
      <div className="stack">
        <Heading title={t('proof.title')} />
        <p className="muted">{t('proof.lead')}</p>
      </div>
      <KeptReports path={proofPath} />
      <TrackForm code={code} path={proofPath} action={t('proof.check')} />
      <KeptProof />
    </div>
  );
}
