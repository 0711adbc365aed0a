import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { HandOver } from '../../api/types';
import { HandOverDownloads } from '../../domain/HandOverDownloads';
import { t } from '../../i18n/t';
import { CopyButton } from '../../ui/CopyButton';
import { Notice } from '../../ui/Notice';

type HandOverLink = HandOver['links'][number];

/** The record is signed a moment after the closing: looked for that long. */
const looks = 8;
const pauseMs = 700;

/** The ways in for the receiving agency: who holds one, one more to pass on, and taking one back; and the record to be kept. */
export function HandOverLinks({ id, mayHandle }: { id: string; mayHandle: boolean }) {
  const queries = useQueryClient();
  const params = { path: { id } };
  const { data: handOver, isError } = useQuery({
    queryKey: ['handOver', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/hand-overs/{id}', { params, signal })),
    retry: looks,
    retryDelay: pauseMs,
  });
  const [url, setUrl] = useState<string>();
  const reread = () => queries.invalidateQueries({ queryKey: ['handOver', id] });
  const make = useMutation({
    mutationFn: async (key: string) =>
      await throughSignIn(async () =>
        unwrap(
          api.POST('/api/v1/hand-overs/{id}/links', {
            params: { ...params, header: { 'Idempotency-Key': key } },
            body: {},
          }),
        ),
      ),
    onSuccess: (made) => setUrl(made.url ?? undefined),
    onSettled: reread,
  });
  const revoke = useMutation({
    mutationFn: async (linkId: string) =>
      await throughSignIn(async () =>
        unwrap(api.DELETE('/api/v1/hand-overs/{id}/links/{linkId}', { params: { path: { id, linkId } } })),
      ),
    onSettled: reread,
  });
  const problem = make.error ?? revoke.error;

  // of one from before there were records
  if (isError) return null;
  if (!handOver) return <p className="small muted">{t('handedOver.preparing')}</p>;
  return (
    <>
      <h3>{t('handedOver.links')}</h3>
      {handOver.links.length > 0 && (
        <ul className="hand-over-links">
          {handOver.links.map((link) => (
            <li key={link.id} className="row">
              <span>{told(link)}</span>
              {mayHandle && link.state !== 'revoked' && (
                <button type="button" className="text-button" onClick={() => revoke.mutate(link.id)}>
                  {t('handedOver.revoke')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {url && (
        <Notice tone="warn" icon="lock" role="status">
          <p>{t('handedOver.linkOnce')}</p>
          <p className="hand-over-link">{url}</p>
          <CopyButton text={url} label={t('handedOver.copyLink')} />
        </Notice>
      )}
      {problem !== null && (
        <Notice tone="err" role="alert">
          <p>{problemText(problem)}</p>
        </Notice>
      )}
      {mayHandle && handOver.answer === null && !handOver.isOver && (
        <button
          type="button"
          className="button quiet"
          aria-disabled={make.isPending}
          onClick={() => make.isPending || make.mutate(crypto.randomUUID())}
        >
          {t('handedOver.makeLink')}
        </button>
      )}
      <HandOverDownloads handOver={handOver} />
    </>
  );
}

function told({ state, email, by }: HandOverLink): string {
  return t(`handedOver.link.${state}`, { to: email ?? '', by });
}
