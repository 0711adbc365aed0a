import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { codeText, problemText } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { CallItem, CallKind } from '../../api/types';
import { lookUp } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Icon } from '../../ui/Icon';
import { Key } from '../../ui/Key';
import { Notice } from '../../ui/Notice';
import { useShortcuts } from '../../ui/shortcuts';
import { onArrival, press, takeBack, usePressed } from './callOutbox';
import { kinds, undoKey } from './kinds';

interface KeyPadProps {
  phone: string;
  onPhone: (phone: string) => void;
  /** The number is whole: look it up. */
  onLookUp: () => void;
  onLogged: (call: CallItem) => void;
  /** It was a slip: what was begun for it ends. */
  onUndone: (call: CallItem) => void;
  field: RefObject<HTMLInputElement | null>;
}

interface Last {
  kind: CallKind;
  key: string;
  call?: CallItem;
}

export function kindText(kind: CallKind): string {
  return lookUp(`callKind.${kind}`) ?? kind;
}

/** The number, and one key for each kind. The letters work from the number field too: no number has one. */
export function KeyPad({ phone, onPhone, onLookUp, onLogged, onUndone, field }: KeyPadProps) {
  const { pressed, refusal } = usePressed();
  const [last, setLast] = useState<Last>();
  const [isUndone, setUndone] = useState(false);
  const [undoProblem, setUndoProblem] = useState<unknown>();
  /** The key of a call that was undone on its way to the server. */
  const unwanted = useRef('');
  const act = useRef({ log: (_: CallKind) => {}, undo: () => {} });

  act.current.log = (kind) => {
    const item = press({ kind, ...(phone.trim() && { phone: phone.trim() }) });
    setLast({ kind, key: item.key });
    setUndone(false);
    setUndoProblem(undefined);
    if (kind !== 'complaint' && kind !== 'emergency') onPhone('');
  };
  act.current.undo = () => {
    if (!last) return;
    if (takeBack(last.key)) forget();
    else if (last.call) callBack(last.call);
    else unwanted.current = last.key;
  };
  const forget = () => {
    setUndone(true);
    setLast(undefined);
  };
  const callBack = (call: CallItem) =>
    void correct(call, 'mistake').then((undone) => {
      forget();
      onUndone(undone);
    }, setUndoProblem);

  const arrived = useRef((_: CallItem, _key: string) => {});
  arrived.current = (call, key) => {
    setLast((before) => (before?.key === key ? { ...before, call } : before));
    if (unwanted.current === key) callBack(call);
    else onLogged(call);
  };
  useEffect(() => onArrival((call, key) => arrived.current(call, key)), []);

  const shortcuts = useMemo(
    () => [
      ...kinds.map(({ kind, key }) => ({
        key,
        text: tc('calls.keyLog', { kind: kindText(kind) }),
        run: () => act.current.log(kind),
      })),
      { key: undoKey, text: tc('calls.undo'), run: () => act.current.undo() },
      { key: '/', text: tc('calls.keyPhone'), run: () => field.current?.focus() },
    ],
    [field],
  );
  useShortcuts(shortcuts);

  const type = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const shortcut = shortcuts.find((it) => it.key === event.key.toLowerCase());
    if (event.key === 'Enter') onLookUp();
    else if (event.key === 'Escape') onPhone('');
    else if (shortcut && shortcut.key !== '/') shortcut.run();
    else return;
    event.preventDefault();
  };

  return (
    <section className="card stack" aria-labelledby="tombol">
      <h2 id="tombol">{tc('calls.keys')}</h2>
      <div className="field">
        <label htmlFor="phone">
          {tc('calls.phone')} <Key name="/" />
        </label>
        <p className="hint" id="phone-hint">
          {tc('calls.phoneHint')}
        </p>
        <input
          id="phone"
          ref={field}
          className="input"
          type="tel"
          inputMode="tel"
          autoComplete="off"
          maxLength={25}
          aria-describedby="phone-hint"
          value={phone}
          onInput={(event) => onPhone(event.currentTarget.value.replace(/[a-z/]/gi, ''))}
          onKeyDown={type}
          onBlur={() => onLookUp()}
        />
      </div>
      <div className="call-keys">
        {kinds.map(({ kind, key, icon }) => (
          <button
            key={kind}
            type="button"
            className={`call-key ${kind}`}
            aria-keyshortcuts={key}
            onClick={() => act.current.log(kind)}
          >
            <Icon name={icon} />
            {kindText(kind)}
            <Key name={key.toUpperCase()} />
          </button>
        ))}
      </div>
      <p className="small muted">{tc('calls.keyHint')}</p>
      <div role="status">
        {pressed.length > 0 && <Notice tone="warn">{tc('calls.waiting', { count: pressed.length })}</Notice>}
        {last?.call && pressed.length === 0 && (
          <Notice tone="ok">
            <p>{tc('calls.logged', { kind: kindText(last.kind), key: undoKey.toUpperCase() })}</p>
            <button type="button" className="text-button" onClick={() => act.current.undo()}>
              {tc('calls.undo')}
            </button>
          </Notice>
        )}
        {isUndone && <Notice tone="info">{tc('calls.undone')}</Notice>}
        {undoProblem !== undefined && <Notice tone="err">{problemText(undoProblem)}</Notice>}
        {refusal && (
          <Notice tone={refusal.fields.phone ? 'warn' : 'err'}>
            {refusal.fields.phone ? tc('calls.numberRefused') : tc('calls.refused', { reason: reasonOf(refusal) })}
          </Notice>
        )}
      </div>
    </section>
  );
}

export function correct(call: CallItem, kind: CallKind): Promise<CallItem> {
  return throughSignIn(() =>
    unwrap(
      api.POST('/api/v1/calls/{id}/correction', {
        params: { path: { id: call.id }, header: { 'If-Match': etag(call.version) } },
        body: { kind },
      }),
    ),
  );
}

function reasonOf(problem: { code: string; fields: Record<string, string[]> }): string {
  return codeText(Object.values(problem.fields)[0]?.[0] ?? problem.code);
}
