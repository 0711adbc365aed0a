import { useState } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { ReportReceipt } from '../../api/types';
import { keepReport } from '../../domain/keptReports';
import type { FieldError } from '../../ui/ErrorSummary';
import { refusals } from './checks';
import { type Draft, toReport } from './draft';
import type { UpdateDraft } from './useDraft';
import type { Photos } from './usePhotos';

interface Sending {
  isSending: boolean;
  receipt: ReportReceipt | undefined;
  problem: unknown;
  /** Field errors of the last refusal, until their page was answered anew. */
  refusals: FieldError[];
  forgive: (href: string) => void;
  send: () => Promise<void>;
}

interface Ingredients {
  draft: Draft;
  update: UpdateDraft;
  discard: () => void;
  photos: Photos;
}

/**
 * Sends the report so that it arrives once: key and body are kept before the first try and used again as long as
 * the outcome is unknown. A refusal is an outcome: the draft opens again and the next try gets a new key.
 */
export function useSending({ draft, update, discard, photos }: Ingredients): Sending {
  const [, navigate] = useLocation();
  const [isSending, setSending] = useState(false);
  const [receipt, setReceipt] = useState<ReportReceipt>();
  const [problem, setProblem] = useState<unknown>();
  const [refused, setRefused] = useState<FieldError[]>([]);

  const send = async () => {
    setSending(true);
    setProblem(undefined);
    setRefused([]);
    try {
      const attempt = draft.attempt ?? {
        key: crypto.randomUUID(),
        body: toReport(draft, await photos.finish(draft.photos)),
      };
      await update({ attempt });
      const answer = await unwrap(
        api.POST('/api/v1/reports', { params: { header: { 'Idempotency-Key': attempt.key } }, body: attempt.body }),
      );
      keepReport({ code: answer.trackingCode, secret: answer.secret, service: answer.service.name });
      setReceipt(answer);
      discard();
      navigate('/lapor/terkirim', { replace: true });
    } catch (cause) {
      setProblem(cause);
      if (cause instanceof ApiProblem && !cause.isTransient) {
        update({ attempt: undefined });
        setRefused(refusals(cause));
      }
    } finally {
      setSending(false);
    }
  };

  return {
    isSending,
    receipt,
    problem,
    refusals: refused,
    forgive: (href) => setRefused((before) => before.filter((it) => it.href !== href)),
    send,
  };
}
