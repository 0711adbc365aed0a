import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportReceipt } from '../../api/types';
import type { Draft } from '../../domain/draft';
import { keepReport } from '../../domain/keptReports';
import { deliverAll } from '../../domain/outbox/deliver';
import { enqueue, type QueuedReport, queuedReports, removeQueued, reopen } from '../../domain/outbox/outboxStore';
import { askForSync } from '../../domain/outbox/postman';
import type { Photos } from '../../domain/photos/usePhotos';
import type { UpdateDraft } from './useDraft';

interface Sending {
  /** The report that is on its way and no longer the draft; its page goes on showing it. */
  outgoing: Draft | undefined;
  receipt: ReportReceipt | undefined;
  send: () => Promise<void>;
}

interface Ingredients {
  draft: Draft;
  update: UpdateDraft;
  discard: () => void;
  photos: Photos;
}

/**
 * Puts the report into the outbox, which sends it once, and waits with the reporter for what becomes of the first try: the
 * receipt, the promise to send it later, or a refusal, with which the draft opens again.
 */
export function useSending({ draft, update, discard, photos }: Ingredients): Sending {
  const [, navigate] = useLocation();
  const [outgoing, setOutgoing] = useState<Draft>();
  const [receipt, setReceipt] = useState<ReportReceipt>();

  const finish = async (item: QueuedReport | undefined) => {
    if (item?.receipt) {
      const { trackingCode: code, secret, service } = item.receipt;
      keepReport({ code, secret, service: service.name });
      setReceipt(item.receipt);
      await removeQueued(item.id);
      navigate('/lapor/terkirim', { replace: true });
    } else if (item?.state === 'returned') {
      await reopen(item);
      await update({ ...item.draft, refusal: item.refusal });
    } else {
      navigate('/lapor/tersimpan', { replace: true });
    }
  };

  const send = async () => {
    setOutgoing(draft);
    try {
      const item = await enqueue({ ...draft, photos: await uploaded(draft, photos) });
      discard();
      askForSync();
      await deliverAll().catch(() => undefined);
      await finish((await queuedReports()).find((it) => it.id === item.id));
    } finally {
      setOutgoing(undefined);
    }
  };

  return { outgoing, receipt, send };
}

/** The photos with their progress shown. Those that do not get through now go with the outbox. */
async function uploaded({ photos }: Draft, { finish }: Photos): Promise<Draft['photos']> {
  if (!navigator.onLine) return photos;
  return finish(photos).then(
    (ids) => photos.map((it, index) => ({ ...it, attachmentId: ids[index] ?? it.attachmentId })),
    () => photos,
  );
}
