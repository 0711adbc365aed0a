import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, problemText } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { CallItem, Dispatch } from '../../api/types';
import { clock } from '../../i18n/format';
import { tc } from '../../i18n/tc';
import { Notice } from '../../ui/Notice';
import { dispatchPlace } from './dispatchPlace';
import { rereadDispatches, useDispatches } from './useDesk';

const offered = 5;

interface JoinDispatchProps {
  call: CallItem;
  /** What the operator has chosen so far; those of this kind come first. */
  serviceCode: string;
  /** What the operator has written: it goes with the call. */
  said: { place: string; note: string };
  onJoined: () => void;
}

/** The emergencies that are running: many call about one fire, and no second unit is to be sent to it. */
export function JoinDispatch({ call, serviceCode, said, onJoined }: JoinDispatchProps) {
  const queries = useQueryClient();
  const isOfKind = (it: Dispatch) => Number(it.service.code === serviceCode);
  const open = (useDispatches(false).data?.items ?? []).toSorted((a, b) => isOfKind(b) - isOfKind(a)).slice(0, offered);
  const known = useRef(call);
  const isBusy = useRef(false);
  const [problem, setProblem] = useState<unknown>();
  if (open.length === 0) return null;

  const join = async (dispatch: Dispatch) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setProblem(undefined);
    try {
      await throughSignIn(async () => {
        known.current = await withWords(known.current, said);
        await unwrap(
          api.POST('/api/v1/dispatches/{id}/changes', {
            params: { path: { id: dispatch.id }, header: { 'If-Match': etag(dispatch.version) } },
            body: { callId: call.id },
          }),
        );
      });
      onJoined();
    } catch (cause) {
      setProblem(cause);
      rereadDispatches(queries);
    } finally {
      isBusy.current = false;
    }
  };

  return (
    <fieldset className="stack join-dispatch">
      <legend>{tc('emergency.same')}</legend>
      {open.map((it) => (
        <button key={it.id} type="button" className="button quiet compact" onClick={() => void join(it)}>
          {tc('emergency.join', { service: it.service.name, place: dispatchPlace(it), time: clock(it.receivedAt) })}
        </button>
      ))}
      {problem !== undefined && (
        <Notice tone="err" role="alert">
          {problem instanceof ApiProblem && problem.status === 412 ? tc('board.changed') : problemText(problem)}
        </Notice>
      )}
    </fieldset>
  );
}

/** The call with what was written since it was logged. */
async function withWords(call: CallItem, { place, note }: JoinDispatchProps['said']): Promise<CallItem> {
  const more = {
    ...(place.trim() && place.trim() !== call.place && { place: place.trim() }),
    ...(note.trim() && note.trim() !== call.note && { note: note.trim() }),
  };
  if (Object.keys(more).length === 0) return call;
  return await unwrap(
    api.POST('/api/v1/calls/{id}/correction', {
      params: { path: { id: call.id }, header: { 'If-Match': etag(call.version) } },
      body: more,
    }),
  );
}
