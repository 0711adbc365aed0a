import { useState } from 'react';
import { Link } from 'wouter';
import type { AgencyEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { useDraftKeys } from '../frame/drafts';
import { SearchField, saysAll } from '../frame/SearchField';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { AgencyForm } from './AgencyForm';
import { kindTexts } from './agencyValues';
import { useAllAgencies } from './useAllAgencies';

/** Departments, kelurahan, kecamatan and those outside: who can be responsible, and how one reaches them. */
export function AgencySection({ base, item }: SectionProps) {
  const agencies = useAllAgencies();
  const [typed, setTyped] = useState('');
  const drafts = useDraftKeys();
  const all = agencies.data ?? [];
  const shown = all.filter((it) => saysAll(typed, it.code, it.shortName, it.name, it.duty));
  const entry = all.find((it) => it.code === item);
  const isNew = item === 'baru';

  const columns: Column<AgencyEntry>[] = [
    {
      key: 'name',
      title: ta('agency.shortName'),
      sortBy: (it) => it.shortName,
      cell: (it) => (
        <>
          {it.shortName}
          {drafts.includes(`unit/${it.code}`) && <UnsavedMark />}
          {!it.active && <span className="badge plain">{ta('agency.dissolved')}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      title: ta('agency.kind'),
      sortBy: (it) => ta(kindTexts[it.kind]),
      cell: (it) => ta(kindTexts[it.kind]),
    },
    {
      key: 'parent',
      title: ta('agency.parent'),
      isExtra: true,
      sortBy: (it) => it.parent?.name ?? '',
      cell: (it) => it.parent?.name ?? '–',
    },
    { key: 'phone', title: ta('agency.phone'), isExtra: true, cell: (it) => it.phone ?? '–' },
  ];

  return (
    <SectionPage
      title={ta('agency.title')}
      lead={ta('agency.lead')}
      base={base}
      item={item && (entry?.shortName ?? (isNew ? ta('agency.add') : item))}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('agency.add')}
        </Link>
      }
      list={
        <>
          <SearchField label={ta('agency.search')} value={typed} onChange={setTyped} />
          {agencies.isPending && <Skeleton shape="line" count={8} />}
          {agencies.isError && <Failure problem={agencies.error} onRetry={() => void agencies.refetch()} />}
          {agencies.isSuccess && (
            <DataTable
              caption={ta('agency.title')}
              columns={columns}
              rows={shown}
              rowKey={(it) => it.code}
              href={(it) => `${base}/${encodeURIComponent(it.code)}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
        </>
      }
    >
      {(entry || isNew) && <AgencyForm key={item} base={base} entry={entry} agencies={all} />}
      {agencies.isSuccess && !entry && !isNew && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}
