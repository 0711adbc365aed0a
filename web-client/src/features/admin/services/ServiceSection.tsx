import { useState } from 'react';
import { Link } from 'wouter';
import type { ServiceEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { SelectField } from '../../../ui/SelectField';
import { Skeleton } from '../../../ui/Skeleton';
import { useDraftKeys } from '../frame/drafts';
import { SearchField, saysAll } from '../frame/SearchField';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { GroupForm, groupPrefix } from './GroupForm';
import { ServiceForm } from './ServiceForm';
import { useAllServices } from './useAllServices';

/** What can be reported: names, promises, words and questions. */
export function ServiceSection({ base, item }: SectionProps) {
  const services = useAllServices();
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState('');
  const drafts = useDraftKeys();
  const all = services.data?.items ?? [];
  const groups = services.data?.groups ?? [];
  const shown = all.filter(
    (it) =>
      (!group || it.group.code === group) &&
      saysAll(typed, it.code, it.name, it.nameEn, ...it.words, ...it.colloquialWords),
  );
  const entry = all.find((it) => it.code === item);
  const openGroup = groups.find((it) => `${groupPrefix}${it.code}` === item);
  const isNew = item === 'baru';
  const isNewGroup = item === `${groupPrefix}baru`;

  const columns: Column<ServiceEntry>[] = [
    {
      key: 'name',
      title: ta('service.name'),
      sortBy: (it) => it.name,
      cell: (it) => (
        <>
          {it.name}
          {drafts.includes(`jenis/${it.code}`) && <UnsavedMark />}
          {!it.active && <span className="badge plain">{ta('service.retired')}</span>}
        </>
      ),
    },
    {
      key: 'group',
      title: ta('service.group'),
      isExtra: true,
      sortBy: (it) => it.group.name,
      cell: (it) => it.group.name,
    },
    {
      key: 'promise',
      title: ta('service.promise'),
      sortBy: (it) => (it.responseMinutes ?? 0) / 1440 || it.resolveDays,
      cell: (it) =>
        it.responseMinutes
          ? ta('service.minutes', { minutes: it.responseMinutes })
          : ta('service.days', { days: it.resolveDays }),
    },
    { key: 'questions', title: ta('service.questions'), isExtra: true, cell: (it) => it.questions.length || '–' },
  ];

  return (
    <SectionPage
      title={ta('service.title')}
      lead={ta('service.lead')}
      base={base}
      item={
        item &&
        (entry?.name ?? openGroup?.name ?? (isNew ? ta('service.add') : isNewGroup ? ta('service.newGroup') : item))
      }
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('service.add')}
        </Link>
      }
      list={
        <>
          <SearchField label={ta('service.search')} value={typed} onChange={setTyped} />
          <div className="with-link">
            <SelectField
              id="group-filter"
              label={ta('service.group')}
              empty={ta('service.allGroups')}
              options={groups.map((it) => ({ value: it.code, text: it.name }))}
              value={group}
              onChange={setGroup}
            />
            {group ? (
              <Link href={`${base}/${groupPrefix}${group}`}>{ta('service.renameGroup')}</Link>
            ) : (
              <Link href={`${base}/${groupPrefix}baru`}>{ta('service.addGroup')}</Link>
            )}
          </div>
          {services.isPending && <Skeleton shape="line" count={8} />}
          {services.isError && <Failure problem={services.error} onRetry={() => void services.refetch()} />}
          {services.isSuccess && (
            <DataTable
              caption={ta('service.title')}
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
      {services.isSuccess && (entry || isNew) && <ServiceForm key={item} base={base} entry={entry} groups={groups} />}
      {services.isSuccess && (openGroup || isNewGroup) && <GroupForm key={item} base={base} group={openGroup} />}
      {services.isSuccess && !entry && !openGroup && !isNew && !isNewGroup && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}
