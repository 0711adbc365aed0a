import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { Dispatch } from '../../api/types';
import { useAgencies } from '../../api/useAgencies';
import { findAgencies } from '../../domain/findAgencies';
import { tc } from '../../i18n/tc';
import { Combobox } from '../../ui/Combobox';
import { TextField } from '../../ui/TextField';

interface DispatchFormProps {
  dispatch: Dispatch;
  change: (act: (version: string) => Promise<Dispatch>, done: string) => Promise<boolean>;
}

/** One unit more; it leads where nobody does. */
export function AskUnitForm({ dispatch, change }: DispatchFormProps) {
  const agencies = (useAgencies('').data ?? []).map((it) => ({ value: it.code, label: it.shortName, detail: it.name }));
  const there = dispatch.units.map((it) => it.agency.code);
  const role = dispatch.unattended ? 'lead' : 'support';
  const ask = (agencyCode: string, name: string) =>
    change(
      (version) =>
        unwrap(
          api.POST('/api/v1/dispatches/{id}/units', {
            params: { path: { id: dispatch.id }, header: { 'If-Match': version } },
            body: { agencyCode, role },
          }),
        ),
      tc('board.stepSaved', { unit: name, step: tc('unitStep.received') }),
    );
  return (
    <details open={dispatch.unattended}>
      <summary>{tc('board.askUnit')}</summary>
      <Combobox
        id={`ask-${dispatch.id}`}
        label={tc('emergency.units')}
        hint={role === 'lead' ? tc('board.asLead') : undefined}
        none={tc('emergency.noUnit')}
        chosen={undefined}
        find={(text) => findAgencies(agencies, text, []).filter((it) => !there.includes(it.value))}
        onChoose={(option) => option && void ask(option.value, option.label)}
      />
    </details>
  );
}

/** A false alarm: all units that are still busy are called off. */
export function CancelForm({ dispatch, change }: DispatchFormProps) {
  const [reason, setReason] = useState('');
  return (
    <details>
      <summary>{tc('board.cancel')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void change(
            (version) =>
              unwrap(
                api.POST('/api/v1/dispatches/{id}/cancellation', {
                  params: { path: { id: dispatch.id }, header: { 'If-Match': version } },
                  body: { reason },
                }),
              ),
            tc('board.cancelled'),
          );
        }}
      >
        <TextField
          id={`cancel-${dispatch.id}`}
          label={tc('board.cancelReason')}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        <button type="submit" className="button quiet compact">
          {tc('board.cancel')}
        </button>
      </form>
    </details>
  );
}
