import type { CallItem } from '../../api/types';
import { clock } from '../../i18n/format';
import { tc } from '../../i18n/tc';
import { kindText } from './KeyPad';

/** What is known of a call: its kind and time, the last digits, who took it, and what was said. */
export function CallFacts({ call }: { call: CallItem }) {
  return (
    <>
      <p>
        <strong>{kindText(call.kind)}</strong> <span className="small">{clock(call.at)}</span>{' '}
        <span className="small muted">
          {call.phoneTail ? tc('calls.tail', { digits: call.phoneTail }) : tc('calls.noPhone')} ·{' '}
          {tc('calls.by', { name: call.operatorName })}
        </span>
      </p>
      {(call.place || call.note) && <p className="small">{[call.place, call.note].filter(Boolean).join(' · ')}</p>}
    </>
  );
}
