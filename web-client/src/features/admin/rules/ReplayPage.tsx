import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { AgencyEntry, RoutingReplay, RoutingRuleEntry, ServiceEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { Announcement } from '../../../ui/Announcement';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { fieldErrors } from '../../../ui/fieldErrors';
import { TextField } from '../../../ui/TextField';
import { ActivateForm } from './ActivateForm';
import { plusDays, today } from './days';
import { ReplayResult } from './ReplayResult';
import { useRuleDraft } from './ruleDraft';
import { changeTexts } from './ruleValues';
import { replayRules } from './useRules';

const daysByDefault = 90;

interface ReplayPageProps {
  base: string;
  rules: RoutingRuleEntry[];
  version: number;
  services: ServiceEntry[];
  agencies: AgencyEntry[];
}

/** What is gathered, what it would have done to past reports, and the way to put it in force. */
export function ReplayPage({ base, rules, version, services, agencies }: ReplayPageProps) {
  const draft = useRuleDraft();
  const [from, setFrom] = useState(() => plusDays(today(), -daysByDefault));
  const [until, setUntil] = useState(today);
  const [state, setState] = useState<{
    isBusy?: boolean;
    problem?: unknown;
    replay?: RoutingReplay;
    isActive?: boolean;
  }>({});

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state.isBusy) return;
    setState({ isBusy: true });
    await replayRules(draft.changes, from, until).then(
      (replay) => setState({ replay }),
      (problem) => setState({ problem }),
    );
  };

  if (draft.changes.length === 0)
    return (
      <>
        {state.isActive && (
          <Announcement tone="ok" role="status">
            <p>{ta('rule.activated')}</p>
          </Announcement>
        )}
        <p className="muted">{ta('rule.nothingGathered')}</p>
        <Link href={`${base}/baru`} className="button quiet">
          {ta('rule.add')}
        </Link>
      </>
    );

  const errors = state.problem === undefined ? [] : fieldErrors(state.problem, 'from');
  const at = (field: string) => (field.startsWith('changes[') ? `change-${/\d+/.exec(field)?.[0]}` : field);
  return (
    <>
      <ol className="rule-changes">
        {draft.changes.map((change, index) => {
          const { about, what } = changeTexts(change, { rules, services, agencies });
          return (
            <li key={index} className="card" id={`change-${index}`} tabIndex={-1}>
              <span className="badge info">{ta(`rule.kind.${change.kind}`)}</span>
              <p>
                <strong>{about}</strong>
              </p>
              <p className="small">{what}</p>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  draft.remove(index);
                  setState({});
                }}
              >
                {ta('rule.takeBack')}
                <span className="visually-hidden"> {about}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <form className="stack" noValidate onSubmit={submit}>
        <h2>{ta('rule.try')}</h2>
        <p className="muted small">{ta('rule.tryLead')}</p>
        <ErrorSummary title={ta('rule.cannot')} errors={errors.map((it) => ({ ...it, field: at(it.field) }))} />
        <div className="field-pair">
          <TextField id="from" type="date" label={ta('rule.reportsFrom')} max={until} value={from} onChange={setFrom} />
          <TextField
            id="until"
            type="date"
            label={ta('rule.reportsUntil')}
            max={today()}
            value={until}
            onChange={setUntil}
          />
        </div>
        <button
          type="submit"
          className={state.replay ? 'button quiet' : 'button'}
          aria-disabled={state.isBusy || undefined}
        >
          {ta(state.isBusy ? 'rule.trying' : 'rule.tryNow')}
        </button>
      </form>
      {state.replay && <ReplayResult replay={state.replay} />}
      <ActivateForm
        changes={draft.changes}
        version={version}
        replay={state.replay}
        onDone={() => {
          draft.drop();
          setState({ isActive: true });
        }}
      />
    </>
  );
}
