import { useCallback } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { ReportProof } from '../../api/types';
import { useResource } from '../../api/useResource';
import { keyHeaders } from '../../domain/reportKey';
import { saveFile } from '../../domain/saveFile';
import { trackingPath } from '../../domain/trackingLink';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { ProofVerdict } from './ProofVerdict';

/** Fetches the proof of one report and judges it here. */
export function FetchedProof({ code, secret }: { code: string; secret: string }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      unwrap(
        api.GET('/api/v1/tracking/{trackingCode}/proof', {
          params: { path: { trackingCode: code } },
          headers: keyHeaders(secret),
          signal,
        }),
      ),
    [code, secret],
  );
  const { data: proof, problem, reload } = useResource(load);
  const isUnknown = problem instanceof ApiProblem && problem.status === 404;
  return (
    <article className="stack-large">
      <header className="stack">
        <p>
          <Link href={trackingPath(code, secret)}>{t('proof.back')}</Link>
        </p>
        <p className="muted">{code}</p>
        <Heading title={t('proof.title')} />
      </header>
      {!proof && problem === undefined && <Skeleton shape="card" count={3} />}
      {isUnknown && (
        <Notice tone="warn" role="alert">
          <p>{t('track.unknownText')}</p>
        </Notice>
      )}
      {!proof && problem !== undefined && !isUnknown && <Failure problem={problem} onRetry={reload} />}
      {proof && (
        <ProofVerdict proof={proof}>
          <section className="stack">
            <h2>{t('proof.keep')}</h2>
            <p>{t('proof.keepText')}</p>
            <button type="button" className="button quiet" onClick={() => save(proof)}>
              <Icon name="copy" />
              {t('proof.save')}
            </button>
          </section>
        </ProofVerdict>
      )}
    </article>
  );
}

function save(proof: ReportProof): void {
  saveFile(new Blob([JSON.stringify(proof)], { type: 'application/json' }), `bukti-${proof.trackingCode}.json`);
}
