import { Link } from 'wouter';
import type { IndicatorFigure } from '../../../api/types';
import { few } from '../../../i18n/format';
import { ta } from '../../../i18n/ta';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { useDraftKeys } from '../frame/drafts';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { UnsavedMark } from '../frame/UnsavedMark';
import { IndicatorForm } from './IndicatorForm';
import { useIndicators } from './useIndicators';

/** What is asked of Merata: the indicators with their targets. */
export function IndicatorSection({ base, item }: SectionProps) {
  const indicators = useIndicators();
  const drafts = useDraftKeys();
  const all = indicators.data?.items ?? [];
  const entry = all.find((it) => it.code === item);
  const isNew = item === 'baru';
  const columns: Column<IndicatorFigure>[] = [
    {
      key: 'name',
      title: ta('indicator.name'),
      sortBy: (it) => it.name,
      cell: (it) => (
        <>
          {it.name}
          {drafts.includes(`indikator/${it.code}`) && <UnsavedMark />}
        </>
      ),
    },
    {
      key: 'group',
      title: ta('indicator.group'),
      isExtra: true,
      sortBy: (it) => ta(`indicator.group.${it.group}`),
      cell: (it) => ta(`indicator.group.${it.group}`),
    },
    {
      key: 'target',
      title: ta('indicator.target'),
      cell: (it) => `${it.aim === 'higher' ? '≥' : '≤'} ${few(it.target)}${it.unit === 'percent' ? '%' : ''}`,
    },
  ];
  return (
    <SectionPage
      title={ta('indicator.title')}
      lead={ta('indicator.lead')}
      base={base}
      item={item && (entry?.name ?? (isNew ? ta('indicator.add') : item))}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('indicator.add')}
        </Link>
      }
      list={
        <>
          {indicators.isPending && <Skeleton shape="line" count={8} />}
          {indicators.isError && <Failure problem={indicators.error} onRetry={() => void indicators.refetch()} />}
          {indicators.isSuccess && (
            <DataTable
              caption={ta('indicator.title')}
              columns={columns}
              rows={all}
              rowKey={(it) => it.code}
              href={(it) => `${base}/${it.code}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
        </>
      }
    >
      {indicators.isSuccess && (entry || isNew) && <IndicatorForm key={item} base={base} entry={entry} />}
      {indicators.isSuccess && !entry && !isNew && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}
