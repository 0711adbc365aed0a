import { Link } from 'wouter';
import type { IndicatorEntry } from '../../../api/types';
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
import { RetiredIndicator } from './RetiredIndicator';
import { useIndicators } from './useIndicators';

/** What is asked of Merata: the indicators with their targets. */
export function IndicatorSection({ base, item }: SectionProps) {
  const indicators = useIndicators();
  const drafts = useDraftKeys();
  const all = indicators.data?.items ?? [];
  const [used, retired] = [all.filter((it) => !it.current.retired), all.filter((it) => it.current.retired)];
  const entry = all.find((it) => it.code === item);
  const isNew = item === 'baru';
  const columns: Column<IndicatorEntry>[] = [
    {
      key: 'name',
      title: ta('indicator.name'),
      sortBy: ({ current }) => current.name,
      cell: (it) => (
        <>
          {it.current.name}
          {drafts.includes(`indikator/${it.code}`) && <UnsavedMark />}
        </>
      ),
    },
    {
      key: 'group',
      title: ta('indicator.group'),
      isExtra: true,
      sortBy: ({ current }) => ta(`indicator.group.${current.group}`),
      cell: ({ current }) => ta(`indicator.group.${current.group}`),
    },
    {
      key: 'target',
      title: ta('indicator.target'),
      cell: ({ current: { aim, target, unit } }) =>
        `${aim === 'higher' ? '≥' : '≤'}\u00a0${few(target)}${unit === 'percent' ? '%' : ''}`,
    },
  ];
  return (
    <SectionPage
      title={ta('indicator.title')}
      lead={ta('indicator.lead')}
      base={base}
      item={item && (entry?.current.name ?? (isNew ? ta('indicator.add') : item))}
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
              rows={used}
              rowKey={(it) => it.code}
              href={(it) => `${base}/${it.code}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
          {retired.length > 0 && (
            <section className="stack" aria-labelledby="retired-indicators">
              <h2 id="retired-indicators">{ta('indicator.retired')}</h2>
              <DataTable
                caption={ta('indicator.retired')}
                columns={columns}
                rows={retired}
                rowKey={(it) => it.code}
                href={(it) => `${base}/${it.code}`}
                selected={item}
                empty=""
              />
            </section>
          )}
        </>
      }
    >
      {entry?.current.retired && <RetiredIndicator entry={entry} />}
      {indicators.isSuccess && (isNew || entry?.current.retired === false) && (
        <IndicatorForm key={item} base={base} entry={entry} />
      )}
      {indicators.isSuccess && !entry && !isNew && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}
