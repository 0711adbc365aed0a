import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { AgencyEntry, NewRuleChange, RoutingRuleEntry, ServiceEntry } from '../../../api/types';
import { ta } from '../../../i18n/ta';
import { ErrorSummary, type FieldError } from '../../../ui/ErrorSummary';
import { TextField } from '../../../ui/TextField';
import { today, validUntil } from './days';
import { RuleFields } from './RuleFields';
import { useRuleDraft } from './ruleDraft';
import { newRule, sentRule, valuesOf } from './ruleValues';

interface RuleFormProps {
  base: string;
  /** Absent for a new one. */
  rule: RoutingRuleEntry | undefined;
  services: ServiceEntry[];
  agencies: AgencyEntry[];
}

/** Gathers one change of the rules; what is in force changes by the replay page alone. */
export function RuleForm({ base, rule, services, agencies }: RuleFormProps) {
  const [, navigate] = useLocation();
  const draft = useRuleDraft();
  const [values, setValues] = useState(() => (rule ? valuesOf(rule) : newRule()));
  const [isTried, setTried] = useState(false);
  const isComing = rule?.state === 'coming';
  const gather = (...changes: NewRuleChange[]) => {
    draft.add(...changes);
    navigate(`${base}/uji`);
  };

  const missing: FieldError[] = [
    ...(values.serviceCode ? [] : [{ field: 'serviceCode', text: ta('rule.serviceMissing') }]),
    ...(values.target === 'agency' && !values.agencyCode
      ? [{ field: 'agencyCode', text: ta('rule.agencyMissing') }]
      : []),
    ...(values.validFrom >= today() ? [] : [{ field: 'validFrom', text: ta('rule.fromPast') }]),
    ...(values.lastDay && values.lastDay < values.validFrom
      ? [{ field: 'validUntil', text: ta('rule.endsBefore') }]
      : []),
  ];
  const errors = isTried ? missing : [];

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return;
    const written = sentRule(values, agencies);
    if (!rule) gather({ kind: 'add', rule: written });
    else if (isComing) gather({ kind: 'change', ruleId: rule.id, rule: written });
    else gather({ kind: 'end', ruleId: rule.id, validUntil: values.validFrom }, { kind: 'add', rule: written });
  };

  return (
    <>
      <form className="stack" noValidate onSubmit={submit}>
        {rule && !isComing && <h2>{ta('rule.successor')}</h2>}
        <ErrorSummary title={ta('admin.notSaved')} errors={errors} />
        <RuleFields
          values={values}
          services={services}
          agencies={agencies}
          isSuccessor={rule !== undefined && !isComing}
          problem={(field) => errors.find((it) => it.field === field)?.text}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        />
        <div className="row form-actions">
          <button type="submit" className="button">
            {ta('rule.gather')}
          </button>
          {isComing && (
            <button type="button" className="button quiet" onClick={() => gather({ kind: 'remove', ruleId: rule.id })}>
              {ta('rule.remove')}
            </button>
          )}
        </div>
      </form>
      {rule?.state === 'current' && (
        <EndForm onEnd={(last) => gather({ kind: 'end', ruleId: rule.id, validUntil: validUntil(last) })} />
      )}
    </>
  );
}

/** A rule may also end without another that follows it: a more general one takes its place, or a verifier. */
function EndForm({ onEnd }: { onEnd: (lastDay: string) => void }) {
  const [last, setLast] = useState('');
  return (
    <details className="item-history">
      <summary>{ta('rule.endOnly')}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onEnd(last);
        }}
      >
        <TextField
          id="lastDay"
          type="date"
          label={ta('rule.lastDay')}
          hint={ta('rule.endHint')}
          min={today()}
          value={last}
          onChange={setLast}
        />
        <button type="submit" className="button quiet">
          {ta('rule.gatherEnd')}
        </button>
      </form>
    </details>
  );
}
