import { type ReactNode, useCallback } from 'react';
import type { ReportProof } from '../../api/types';
import { useResource } from '../../api/useResource';
import { day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Icon, type IconName } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { CheckedRows } from './CheckedRows';
import { type Judgement, judgeProof } from './judgeProof';
import './proof.css';

interface ProofVerdictProps {
  proof: ReportProof;
  /** What follows the verdict: it waits for it, or it would jump. */
  children?: ReactNode;
}

/** What the check of a proof found, in plain words: judged on this device, not by the city. */
export function ProofVerdict({ proof, children }: ProofVerdictProps) {
  const { data: judgement, problem } = useResource(useCallback(() => judgeProof(proof), [proof]));
  if (problem !== undefined)
    return (
      <>
        <Notice tone="err" role="alert">
          <p>{t('subtle' in crypto ? 'proof.unreadable' : 'proof.insecure')}</p>
        </Notice>
        {children}
      </>
    );
  if (!judgement) return <Skeleton shape="card" />;
  return (
    <>
      <Verdict proof={proof} judgement={judgement} />
      {children}
    </>
  );
}

function Verdict({ proof, judgement }: { proof: ReportProof; judgement: Judgement }) {
  const holds = judgement.faults.length === 0;
  return (
    <section className="stack">
      <Notice tone={holds ? 'ok' : 'err'} role={holds ? 'status' : 'alert'}>
        <h2>{t(holds ? 'proof.holds' : 'proof.fails', { code: proof.trackingCode })}</h2>
        {holds ? (
          <p>{t('proof.checkedHere')}</p>
        ) : (
          <ul>
            {judgement.faults.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        )}
      </Notice>
      {holds && (
        <ul className="findings">
          {findings(proof, judgement).map(([icon, text]) => (
            <li key={text}>
              <Icon name={icon} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <CheckedRows rows={proof.rows} />
      {proof.keys.length > 0 && (
        <p className="small muted">
          {t('proof.keys', { keys: proof.keys.map((it) => it.id).join(', ') })}{' '}
          <a href="/api/v1/public/history-roots/keys">{t('proof.publishedKeys')}</a>
        </p>
      )}
    </section>
  );
}

function findings(
  { rows }: ReportProof,
  { signed, unsigned, forgotten, signedUntil }: Judgement,
): [IconName, string][] {
  const found: [boolean, IconName, string][] = [
    [true, 'check', t('proof.chained', { count: rows.length })],
    [signed > 0, 'check', t('proof.signed', { count: signed, day: signedUntil ? day(signedUntil) : '' })],
    [unsigned > 0, 'clock', t('proof.unsigned', { count: unsigned })],
    [forgotten > 0, 'info', t('proof.forgotten', { count: forgotten })],
  ];
  return found.filter(([isSo]) => isSo).map(([, icon, text]) => [icon, text]);
}
