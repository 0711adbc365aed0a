import { useCallback } from 'react';
import { api, unwrap } from '../../api/client';
import type { HandOver } from '../../api/types';
import { useResource } from '../../api/useResource';
import { t } from '../../i18n/t';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { isGenuine } from './judgeRecord';

/** Whether the city has signed this very record: found out on this device, with the published key. */
export function Signature({ handOver: { jws, keyId } }: { handOver: HandOver }) {
  const judge = useCallback(
    async (signal: AbortSignal) =>
      isGenuine(jws, (await unwrap(api.GET('/api/v1/public/history-roots/keys', { signal }))).items),
    [jws],
  );
  const { data: genuine, problem } = useResource(judge);
  if (problem !== undefined) return null;
  if (genuine === undefined) return <Skeleton shape="card" />;
  const cannotTell = !('subtle' in crypto);
  return (
    <Notice tone={genuine ? 'ok' : cannotTell ? 'warn' : 'err'} icon={genuine ? 'lock' : 'warning'}>
      <p>{t(genuine ? 'handOver.genuine' : cannotTell ? 'proof.insecure' : 'handOver.forged')}</p>
      <p className="small">
        {t('handOver.key', { key: keyId })} <a href="/api/v1/public/history-roots/keys">{t('proof.publishedKeys')}</a>
      </p>
    </Notice>
  );
}
