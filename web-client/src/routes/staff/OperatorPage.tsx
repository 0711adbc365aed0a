import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { throughSignIn, useMay } from '../../api/account';
import { api, unwrap } from '../../api/client';
import { loadServices, loadWards } from '../../api/reference';
import type { CallerCard, CallItem } from '../../api/types';
import { useAgencies } from '../../api/useAgencies';
import { useResource } from '../../api/useResource';
import { useOnline } from '../../domain/useOnline';
import { CallerPanel } from '../../features/callcentre/CallerPanel';
import { CallLog } from '../../features/callcentre/CallLog';
import { ComplaintForm } from '../../features/callcentre/ComplaintForm';
import { DispatchBoard } from '../../features/callcentre/DispatchBoard';
import { EmergencyForm } from '../../features/callcentre/EmergencyForm';
import { KeyPad } from '../../features/callcentre/KeyPad';
import { MarkReview } from '../../features/callcentre/MarkReview';
import { rereadCalls, rereadDispatches, useCallNews } from '../../features/callcentre/useDesk';
import { t } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Announcement } from '../../ui/Announcement';
import { Heading } from '../../ui/Heading';
import { Notice } from '../../ui/Notice';
import { useShortcuts } from '../../ui/shortcuts';
import './operatorPage.css';

// biome-ignore lint/performance/noBarrelFile: loaded from here, or the words would be shared with the queue, which has no use for them
export { loadCallMessages } from '../../i18n/tc';

const shortest = 8; // digits: fewer are no number

/** The desk of 112. Whoever takes calls has the keys; units see the emergencies they were sent to; verifiers review marks. */
export function OperatorPage() {
  const queries = useQueryClient();
  // their own stream tells them already when nothing can be heard
  const readsReports = useMay('readReports');
  const [takes, reads, handles, reviews] = [
    useMay('takeCalls'),
    useMay('readCalls'),
    useMay('handleDispatches'),
    useMay('reviewMarks'),
  ];
  // what a form chooses from is here before the form is: who types at once must not type into nothing
  useResource(loadServices);
  useResource(loadWards);
  useAgencies('');
  const isLive = useCallNews();
  const isOnline = useOnline();
  const [phone, setPhone] = useState('');
  const [card, setCard] = useState<CallerCard>();
  const [reported, setReported] = useState<CallItem>();
  const [helped, setHelped] = useState<CallItem>();
  const [sent, setSent] = useState<'emergency.sent' | 'emergency.joined'>();
  const sought = useRef('');
  const field = useRef<HTMLInputElement>(null);

  const lookUp = useCallback(async (number: string) => {
    const written = number.trim();
    // each look is a reading in the log: never twice for one number
    if (written.replace(/\D/g, '').length < shortest || written === sought.current) return;
    sought.current = written;
    setCard(undefined);
    try {
      const found = await throughSignIn(() => unwrap(api.POST('/api/v1/calls/callers', { body: { phone: written } })));
      if (sought.current === written) setCard(found);
    } catch {
      // advice only: a call is logged without it
      sought.current = '';
    }
  }, []);

  const type = (next: string) => {
    setPhone(next);
    if (next) return;
    sought.current = '';
    setCard(undefined);
  };

  const logged = useCallback(
    (call: CallItem) => {
      rereadCalls(queries);
      setSent(undefined);
      // a form that is being written stays: the new call waits in the list, with the same button
      if (call.kind === 'complaint') setReported((before) => before ?? call);
      if (call.kind === 'emergency') setHelped((before) => before ?? call);
    },
    [queries],
  );
  const undone = ({ id }: CallItem) => {
    rereadCalls(queries);
    setReported((before) => (before?.id === id ? undefined : before));
    setHelped((before) => (before?.id === id ? undefined : before));
  };
  const close = (form: (call: undefined) => void) => {
    form(undefined);
    type('');
    rereadCalls(queries);
    field.current?.focus();
  };

  const keys = useMemo(
    () => [{ key: 'b', text: tc('calls.keyBoard'), run: () => document.getElementById('papan')?.focus() }],
    [],
  );
  useShortcuts(keys);

  if (!reads && !handles)
    return (
      <div className="operator-page">
        <Heading title={tc('calls.title')} />
        <Notice tone="err">{t('problem.permission_required')}</Notice>
      </div>
    );

  return (
    <div className="operator-page">
      <header className="stack">
        <Heading title={tc('calls.title')} />
        {takes && <p className="muted">{tc('calls.lead')}</p>}
        <div role="status">
          {!isOnline && (
            <Notice tone="warn" icon="offline">
              {tc('calls.offline')}
            </Notice>
          )}
          {isOnline && !isLive && !readsReports && <Notice tone="warn">{tc('calls.notLive')}</Notice>}
        </div>
      </header>
      <div className="operator-columns">
        {takes && (
          <div className="stack">
            <KeyPad
              phone={phone}
              field={field}
              onPhone={type}
              onLookUp={() => void lookUp(phone)}
              onLogged={logged}
              onUndone={undone}
            />
            {card && (
              <CallerPanel card={card} onMarked={() => void queries.invalidateQueries({ queryKey: ['marks'] })} />
            )}
          </div>
        )}
        <div className="stack">
          {sent && (
            <Announcement tone="ok" role="status">
              {tc(sent)}
            </Announcement>
          )}
          {helped && (
            <EmergencyForm
              key={helped.id}
              call={helped}
              onSent={(outcome) => {
                setHelped(undefined);
                setSent(outcome);
                type('');
                rereadCalls(queries);
                rereadDispatches(queries);
              }}
              onClose={() => close(setHelped)}
            />
          )}
          {reported && <ComplaintForm key={reported.id} call={reported} onDone={() => close(setReported)} />}
          <DispatchBoard />
        </div>
        {reads && (
          <div className="stack">
            {reviews && <MarkReview />}
            <CallLog onReport={takes ? setReported : undefined} onHelp={takes ? setHelped : undefined} />
          </div>
        )}
      </div>
    </div>
  );
}
