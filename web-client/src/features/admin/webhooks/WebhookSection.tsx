import { useState } from 'react';
import { Link } from 'wouter';
import type { WebhookEntry } from '../../../api/types';
import { relative } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { Skeleton } from '../../../ui/Skeleton';
import { useDraftKeys } from '../frame/drafts';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { useWebhook, useWebhooks } from './useWebhooks';
import { WebhookForm } from './WebhookForm';
import { webhookName } from './webhookValues';

/** Where other programs are told what happens, and how that goes. */
export function WebhookSection({ base, item }: SectionProps) {
  const webhooks = useWebhooks();
  const drafts = useDraftKeys();
  const isNew = item === 'baru';
  const webhook = useWebhook(item === undefined || isNew ? undefined : item);
  // the secret of a new webhook is told on the page that its form leads to
  const [told, setTold] = useState<{ id: string; secret: string }>();
  const rows = webhooks.data?.pages.flatMap((page) => page.items) ?? [];

  const columns: Column<WebhookEntry>[] = [
    {
      key: 'name',
      title: ta('client.name'),
      cell: (it) => (
        <>
          {webhookName(it)}
          {drafts.includes(`webhook/${it.id}`) && <UnsavedMark />}
          <StateBadge webhook={it} />
        </>
      ),
    },
    { key: 'client', title: ta('webhook.client'), isExtra: true, cell: (it) => <code>{it.client}</code> },
    {
      key: 'lastSuccessAt',
      title: ta('webhook.lastSuccess'),
      cell: (it) => (it.lastSuccessAt ? relative(it.lastSuccessAt) : ta('client.never')),
    },
  ];

  return (
    <SectionPage
      title={ta('webhook.title')}
      lead={ta('webhook.lead')}
      base={base}
      item={item && (webhook.data ? webhookName(webhook.data) : isNew ? ta('webhook.add') : item)}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('webhook.add')}
        </Link>
      }
      list={
        <>
          {webhooks.isPending && <Skeleton shape="line" count={4} />}
          {webhooks.isError && <Failure problem={webhooks.error} onRetry={() => void webhooks.refetch()} />}
          {webhooks.isSuccess && (
            <DataTable
              caption={ta('webhook.title')}
              columns={columns}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `${base}/${it.id}`}
              selected={item}
              empty={ta('webhook.none')}
            />
          )}
          {webhooks.hasNextPage && (
            <MoreButton isLoading={webhooks.isFetchingNextPage} onClick={() => void webhooks.fetchNextPage()} />
          )}
        </>
      }
    >
      {webhook.isError && <Failure problem={webhook.error} onRetry={() => void webhook.refetch()} />}
      {(isNew || webhook.data) && (
        <WebhookForm key={item} base={base} webhook={isNew ? undefined : webhook.data} told={told} onTold={setTold} />
      )}
    </SectionPage>
  );
}

function StateBadge({ webhook: { state, failingSince } }: { webhook: WebhookEntry }) {
  if (state === 'disabled') return <span className="badge err">{ta('webhook.state.disabled')}</span>;
  if (state === 'paused') return <span className="badge plain">{ta('webhook.state.paused')}</span>;
  return failingSince ? <span className="badge warn">{ta('webhook.failing')}</span> : null;
}
