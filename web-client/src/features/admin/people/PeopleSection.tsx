import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../../../api/account';
import type { StaffRole, StaffUser } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { MoreButton } from '../../../ui/MoreButton';
import { SelectField } from '../../../ui/SelectField';
import { Skeleton } from '../../../ui/Skeleton';
import { useAllAgencies } from '../agencies/useAllAgencies';
import { useDraftKeys } from '../frame/drafts';
import { SearchField } from '../frame/SearchField';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { PersonForm } from './PersonForm';
import { usePeople, useRoles, useUser } from './usePeople';

/** Members of staff: who they are, what they may, and how they get in. */
export function PeopleSection({ base, item }: SectionProps) {
  const [q, setQ] = useState('');
  const [role, setRole] = useState<StaffRole | ''>('');
  const people = usePeople({ q, role });
  const roles = useRoles().data ?? [];
  const knowsUnits = useMay('manageReferenceData');
  const agencies = useAllAgencies();
  const drafts = useDraftKeys();
  const isNew = item === 'baru';
  const user = useUser(item === undefined || isNew ? undefined : item);
  // the password of a new person is told on the page that their form leads to
  const [told, setTold] = useState<{ userName: string; password: string }>();
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];

  const columns: Column<StaffUser>[] = [
    {
      key: 'name',
      title: ta('person.name'),
      cell: (it) => (
        <>
          {it.name}
          {drafts.includes(`orang/${it.userName}`) && <UnsavedMark />}
          {it.blocked && <span className="badge err">{ta('person.isBlocked')}</span>}
          {it.lockedUntil && <span className="badge warn">{ta('person.isLocked')}</span>}
          {it.oneTimeUntil && <span className="badge info">{ta('person.isInvited')}</span>}
        </>
      ),
    },
    { key: 'role', title: ta('person.role'), cell: (it) => ta(`role.${it.role}`) },
    { key: 'agency', title: ta('person.agency'), isExtra: true, cell: (it) => it.agency?.name ?? '–' },
    { key: 'userName', title: ta('person.userName'), isExtra: true, cell: (it) => it.userName },
  ];

  return (
    <SectionPage
      title={ta('person.title')}
      lead={ta('person.lead')}
      base={base}
      item={item && (user.data?.name ?? (isNew ? ta('person.add') : item))}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('person.add')}
        </Link>
      }
      list={
        <>
          <SearchField label={ta('person.search')} value={q} onChange={setQ} />
          <SelectField
            id="role-filter"
            label={ta('person.role')}
            empty={ta('person.allRoles')}
            options={roles.map((it) => ({ value: it.role, text: ta(`role.${it.role}`) }))}
            value={role}
            onChange={(it) => setRole(it as StaffRole | '')}
          />
          {people.isPending && <Skeleton shape="line" count={8} />}
          {people.isError && <Failure problem={people.error} onRetry={() => void people.refetch()} />}
          {people.isSuccess && (
            <DataTable
              caption={ta('person.title')}
              columns={columns}
              rows={rows}
              rowKey={(it) => it.userName}
              href={(it) => `${base}/${encodeURIComponent(it.userName)}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
          {people.hasNextPage && (
            <MoreButton isLoading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()} />
          )}
        </>
      }
    >
      {user.isError && <Failure problem={user.error} onRetry={() => void user.refetch()} />}
      {(isNew || user.data) && (agencies.isSuccess || !knowsUnits) && (
        <PersonForm
          key={item}
          base={base}
          person={isNew ? undefined : user.data}
          agencies={agencies.data ?? []}
          told={told}
          onTold={setTold}
        />
      )}
    </SectionPage>
  );
}
