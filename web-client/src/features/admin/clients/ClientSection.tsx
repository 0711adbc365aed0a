import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../../api/account';
import type { ClientEntry } from '../../../api/types';
import { day, relative } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { Skeleton } from '../../../ui/Skeleton';
import { useAllAgencies } from '../agencies/useAllAgencies';
import { useDraftKeys } from '../frame/drafts';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { ClientForm } from './ClientForm';
import { isOver } from './clientValues';
import { useClient, useClients } from './useClients';

/** Other programs: whose they are, what they may, and how they get in. */
export function ClientSection({ base, item }: SectionProps) {
  const clients = useClients();
  const knowsUnits = useMay('manageReferenceData');
  const agencies = useAllAgencies();
  const drafts = useDraftKeys();
  const isNew = item === 'baru';
  const client = useClient(item === undefined || isNew ? undefined : item);
  // the secret of a new client is told on the page that its form leads to
  const [told, setTold] = useState<{ id: string; secret: string }>();
  const rows = clients.data?.pages.flatMap((page) => page.items) ?? [];

  const columns: Column<ClientEntry>[] = [
    {
      key: 'name',
      title: ta('client.name'),
      cell: (it) => (
        <>
          {it.name}
          {drafts.includes(`klien/${it.id}`) && <UnsavedMark />}
          {it.disabled && <span className="badge err">{ta('client.isDisabled')}</span>}
          {isOver(it) && <span className="badge err">{ta('client.isOver')}</span>}
        </>
      ),
    },
    { key: 'clientId', title: ta('client.clientId'), isExtra: true, cell: (it) => <code>{it.clientId}</code> },
    { key: 'scopes', title: ta('client.scopes'), isExtra: true, cell: (it) => it.scopes.join(', ') },
    {
      key: 'lastUsedAt',
      title: ta('client.lastUse'),
      cell: (it) => (it.lastUsedAt ? relative(it.lastUsedAt) : ta('client.never')),
    },
    {
      key: 'expiresAt',
      title: ta('client.until'),
      isExtra: true,
      cell: (it) => (it.expiresAt ? day(it.expiresAt) : ta('client.noEnd')),
    },
  ];

  return (
    <SectionPage
      title={ta('client.title')}
      lead={ta('client.lead')}
      base={base}
      item={item && (client.data?.name ?? (isNew ? ta('client.add') : item))}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('client.add')}
        </Link>
      }
      list={
        <>
          {clients.isPending && <Skeleton shape="line" count={4} />}
          {clients.isError && <Failure problem={clients.error} onRetry={() => void clients.refetch()} />}
          {clients.isSuccess && (
            <DataTable
              caption={ta('client.title')}
              columns={columns}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `${base}/${it.id}`}
              selected={item}
              empty={ta('client.none')}
            />
          )}
          {clients.hasNextPage && (
            <MoreButton isLoading={clients.isFetchingNextPage} onClick={() => void clients.fetchNextPage()} />
          )}
        </>
      }
    >
      {client.isError && <Failure problem={client.error} onRetry={() => void client.refetch()} />}
      {(isNew || client.data) && (agencies.isSuccess || !knowsUnits) && (
        <ClientForm
          key={item}
          base={base}
          client={isNew ? undefined : client.data}
          agencies={agencies.data ?? []}
          told={told}
          onTold={setTold}
        />
      )}
    </SectionPage>
  );
}
