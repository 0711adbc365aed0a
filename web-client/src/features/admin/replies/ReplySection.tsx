import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { ReplyTemplate } from '../../../api/types';
import { statusText } from '../../../domain/status';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { useDraftKeys } from '../frame/drafts';
import { SearchField, saysAll } from '../frame/SearchField';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { ReplyForm } from './ReplyForm';
import { useReplyTemplates } from './useReplyTemplates';

/** The words that officers begin an answer with, by step and service. */
export function ReplySection({ base, item }: SectionProps) {
  const replies = useReplyTemplates();
  const [typed, setTyped] = useState('');
  const drafts = useDraftKeys();
  const all = replies.data?.items ?? [];
  const shown = all.filter((it) => saysAll(typed, it.title, it.body, it.service?.name, statusText(it.status)));
  const isNew = item === 'baru';
  // a new one has its id before it is stored, so that sending it twice makes one of it; the next new one has another
  const newId = useMemo(() => (isNew ? crypto.randomUUID() : ''), [isNew]);
  const entry = all.find((it) => it.id === (isNew ? newId : item));

  const columns: Column<ReplyTemplate>[] = [
    {
      key: 'title',
      title: ta('reply.title'),
      sortBy: (it) => it.title,
      cell: (it) => (
        <>
          {it.title}
          {drafts.includes(`balasan/${it.id}`) && <UnsavedMark />}
        </>
      ),
    },
    {
      key: 'status',
      title: ta('reply.status'),
      sortBy: (it) => statusText(it.status),
      cell: (it) => statusText(it.status),
    },
    {
      key: 'service',
      title: ta('reply.service'),
      isExtra: true,
      sortBy: (it) => it.service?.name ?? '',
      cell: (it) => it.service?.name ?? ta('reply.everyService'),
    },
  ];

  return (
    <SectionPage
      title={ta('reply.sectionTitle')}
      lead={ta('reply.lead')}
      base={base}
      item={item && (entry?.title ?? (isNew ? ta('reply.add') : item))}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('reply.add')}
        </Link>
      }
      list={
        <>
          <SearchField label={ta('reply.search')} value={typed} onChange={setTyped} />
          {replies.isPending && <Skeleton shape="line" count={8} />}
          {replies.isError && <Failure problem={replies.error} onRetry={() => void replies.refetch()} />}
          {replies.isSuccess && (
            <DataTable
              caption={ta('reply.sectionTitle')}
              columns={columns}
              rows={shown}
              rowKey={(it) => it.id}
              href={(it) => `${base}/${it.id}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
        </>
      }
    >
      {replies.data && (entry || isNew) && (
        <ReplyForm
          key={item}
          base={base}
          id={isNew ? newId : (item ?? '')}
          entry={entry}
          variables={replies.data.variables}
        />
      )}
      {replies.isSuccess && !entry && !isNew && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}
