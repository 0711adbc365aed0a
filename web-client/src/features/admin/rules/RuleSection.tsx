import { useState } from 'react';
import { Link } from 'wouter';
import type { RoutingRuleEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Chip } from '../../../ui/Chip';
import { type Column, DataTable } from '../../../ui/DataTable';
import { Failure } from '../../../ui/Failure';
import { Skeleton } from '../../../ui/Skeleton';
import { useAllAgencies } from '../agencies/useAllAgencies';
import { ItemHistory } from '../frame/ItemHistory';
import { SearchField, saysAll } from '../frame/SearchField';
import { SectionPage } from '../frame/SectionPage';
import type { SectionProps } from '../frame/section';
import { useAllServices } from '../services/useAllServices';
import { ReplayPage } from './ReplayPage';
import { RuleForm } from './RuleForm';
import { useRuleDraft } from './ruleDraft';
import { periodText, targetText } from './ruleValues';
import { useRules } from './useRules';

const states: RoutingRuleEntry['state'][] = ['current', 'coming', 'past'];

/** Who is responsible for what, where and from when: the rules, changes of them, and what these would have done. */
export function RuleSection({ base, item }: SectionProps) {
  const [rules, services, agencies] = [useRules(), useAllServices(), useAllAgencies()];
  const draft = useRuleDraft();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(states.slice(0, 2));
  const all = rules.data?.items ?? [];
  const rule = all.find((it) => it.id === item);
  const isReady = rules.isSuccess && services.isSuccess && agencies.isSuccess;
  const failed = [rules, services, agencies].find((it) => it.isError);
  const rows = all.filter(
    (it) =>
      shown.includes(it.state) && saysAll(typed, it.service.code, it.service.name, it.explanation, it.agency?.name),
  );

  const columns: Column<RoutingRuleEntry>[] = [
    {
      key: 'service',
      title: ta('rule.service'),
      cell: (it) => (
        <>
          {it.service.name}
          {(it.answer || it.kelurahan || it.kecamatan) && (
            <span className="rule-case">
              {[it.answer?.text, it.kelurahan?.name ?? it.kecamatan?.name].filter(Boolean).join(' · ')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'to',
      title: ta('rule.handledBy'),
      cell: (it) => targetText(it.target, it.agency?.name),
      sortBy: (it) => targetText(it.target, it.agency?.name),
    },
    {
      key: 'period',
      title: ta('rule.period'),
      isExtra: true,
      cell: (it) => periodText(it.validFrom, it.validUntil),
      sortBy: (it) => it.validFrom,
    },
    { key: 'state', title: ta('rule.state'), isExtra: true, cell: (it) => ta(`rule.is.${it.state}`) },
  ];
  const title = item === 'uji' ? ta('rule.draft') : (rule?.service.name ?? (item === 'baru' ? ta('rule.add') : item));

  const failure = failed?.error ? <Failure problem={failed.error} onRetry={() => void failed.refetch()} /> : null;

  return (
    <SectionPage
      title={ta('rule.title')}
      lead={ta('rule.lead')}
      base={base}
      item={item && title}
      action={
        <Link href={`${base}/baru`} className="button quiet compact">
          {ta('rule.add')}
        </Link>
      }
      list={
        <>
          {draft.changes.length > 0 && (
            <Link href={`${base}/uji`} className="button wide">
              {ta('rule.toDraft', { count: draft.changes.length })}
            </Link>
          )}
          <SearchField label={ta('rule.search')} value={typed} onChange={setTyped} />
          <fieldset>
            <legend className="visually-hidden">{ta('rule.state')}</legend>
            <div className="chips">
              {states.map((it) => (
                <Chip
                  key={it}
                  isChosen={shown.includes(it)}
                  onToggle={() =>
                    setShown((before) => (before.includes(it) ? before.filter((one) => one !== it) : [...before, it]))
                  }
                >
                  {ta(`rule.is.${it}`)}
                </Chip>
              ))}
            </div>
          </fieldset>
          {item === undefined && failure}
          {rules.isPending && <Skeleton shape="line" count={8} />}
          {rules.isSuccess && (
            <DataTable
              caption={ta('rule.title')}
              columns={columns}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `${base}/${it.id}`}
              selected={item}
              empty={ta('admin.noneFound')}
            />
          )}
          {rules.isSuccess && <ItemHistory subject="routingRules" item="routing-rules" />}
        </>
      }
    >
      {failure}
      {isReady && item === 'uji' && (
        <ReplayPage
          base={base}
          rules={all}
          version={rules.data.version}
          services={services.data.items}
          agencies={agencies.data}
        />
      )}
      {isReady && rule && (
        <div className="card stack">
          <p lang="id">{rule.explanation}</p>
          <p className="small muted">
            {ta(`rule.is.${rule.state}`)} · {ta('rule.rank', { rank: rule.rank })}
            {rule.basis && ` · ${rule.basis}`}
          </p>
        </div>
      )}
      {isReady && (item === 'baru' || (rule && rule.state !== 'past')) && (
        <RuleForm key={item} base={base} rule={rule} services={services.data.items} agencies={agencies.data} />
      )}
      {isReady && !rule && item !== 'baru' && item !== 'uji' && <p>{ta('admin.notThere')}</p>}
    </SectionPage>
  );
}
