import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link } from 'wouter';
import { problemText } from '../../api/ApiProblem';
import { throughSignIn, useMay } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { CallItem, CallKind } from '../../api/types';
import { LazyRideList } from '../../domain/rides/lazyRides';
import { number } from '../../i18n/format';
import { tc } from '../../i18n/tc';
import { Check } from '../../ui/Check';
import { Pages } from '../../ui/Pages';
import { CallFacts } from './CallFacts';
import { usePressed } from './callOutbox';
import { correct, kindText } from './KeyPad';
import { kinds } from './kinds';
import { rideHref } from './rideHref';
import { rereadCalls, useCalls, useCounts } from './useDesk';

interface CallLogProps {
  onReport: ((call: CallItem) => void) | undefined;
  onHelp: ((call: CallItem) => void) | undefined;
}

/** The calls of all operators, newest first, as they come. */
export function CallLog({ onReport, onHelp }: CallLogProps) {
  const [own, setOwn] = useState(false);
  const calls = useCalls(own);
  const counts = useCounts().data?.total;
  const { pressed } = usePressed();
  return (
    <section className="card stack" aria-labelledby="log">
      <h2 id="log">{tc('calls.log')}</h2>
      <p className="small muted call-counts">
        {counts && (
          <>
            {tc('calls.today')}: {`${number(counts.all)}\u00a0${tc('calls.allCalls')}`} ·{' '}
            {kinds.map(({ kind }) => `${number(counts[kind])}\u00a0${kindText(kind).toLowerCase()}`).join(' · ')}
          </>
        )}
      </p>
      <Check id="own" label={tc('calls.own')} isChecked={own} onChange={setOwn} />
      {pressed.length > 0 && (
        <ol>
          {pressed.map((it) => (
            <li key={it.key} className="call-row is-pending">
              <strong>{kindText(it.body.kind)}</strong> <span className="small">{tc('calls.pending')}</span>
            </li>
          ))}
        </ol>
      )}
      <Pages query={calls} empty={tc('calls.empty')}>
        {(it) => <CallRow key={it.id} call={it} onReport={onReport} onHelp={onHelp} />}
      </Pages>
    </section>
  );
}

function CallRow({ call, onReport, onHelp }: CallLogProps & { call: CallItem }) {
  const mayTake = useMay('takeCalls');
  const queries = useQueryClient();
  const [told, setTold] = useState<string>();
  const isFree = !call.reportId && !call.dispatchId;
  const isOpen = Date.parse(call.correctableUntil) > Date.now();

  const open = async () => {
    try {
      const { phone } = await throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/calls/{id}/number-readings', {
            params: { path: { id: call.id } },
            body: { reason: tc('calls.callBackReason') },
          }),
        ),
      );
      setTold(phone ? tc('calls.number', { phone }) : tc('calls.numberGone'));
    } catch (cause) {
      setTold(problemText(cause));
    }
  };
  const change = (kind: CallKind) =>
    correct(call, kind).then(
      () => rereadCalls(queries),
      (cause) => {
        setTold(problemText(cause));
        rereadCalls(queries);
      },
    );

  return (
    <li className={`call-row ${call.kind}`}>
      <CallFacts call={call} />
      {call.trackingCode && call.reportId && (
        <Link className="text-button" href={`/laporan/${call.reportId}`}>
          {call.trackingCode}
        </Link>
      )}
      {call.cars.length > 0 && (
        <Suspense fallback={null}>
          <LazyRideList rides={call.cars} />
        </Suspense>
      )}
      {mayTake && (
        <div className="row">
          {isFree && isOpen && (
            <label className="small">
              <span className="visually-hidden">{tc('calls.changeKind')}</span>
              <select
                className="input call-kind"
                value={call.kind}
                onChange={(event) => void change(event.currentTarget.value as CallKind)}
              >
                {[...kinds.map((it) => it.kind), 'mistake' as const].map((it) => (
                  <option key={it} value={it}>
                    {kindText(it)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {!call.dispatchId && onHelp && call.kind === 'emergency' && (
            <button type="button" className="text-button" onClick={() => onHelp(call)}>
              {tc('calls.sendHelp')}
            </button>
          )}
          {!call.reportId && onReport && (call.kind === 'complaint' || call.kind === 'emergency') && (
            <button type="button" className="text-button" onClick={() => onReport(call)}>
              {tc('calls.makeReport')}
            </button>
          )}
          {(call.reportId || call.kind === 'complaint' || call.kind === 'information') && (
            <Link className="text-button" href={rideHref(call.id, call.reportId)}>
              {tc('calls.askCar')}
            </Link>
          )}
          {call.phoneTail && !told && (call.kind === 'complaint' || call.kind === 'emergency') && (
            <button type="button" className="text-button" onClick={() => void open()}>
              {tc('calls.callBack')}
            </button>
          )}
        </div>
      )}
      {told && (
        <p className="small" role="status">
          {told}
        </p>
      )}
    </li>
  );
}
