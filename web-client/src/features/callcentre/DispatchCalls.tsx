import { useState } from 'react';
import { tc } from '../../i18n/tc';
import { Pages } from '../../ui/Pages';
import { CallFacts } from './CallFacts';
import { useCallsOf } from './useDesk';

/** Who else has told of it, and in which words; read when somebody asks for it. */
export function DispatchCalls({ id }: { id: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{tc('board.callList')}</summary>
      {isShown && <List id={id} />}
    </details>
  );
}

function List({ id }: { id: string }) {
  const calls = useCallsOf(id);
  return (
    <Pages query={calls} empty={tc('board.noCalls')}>
      {(it) => (
        <li key={it.id} className="call-row">
          <CallFacts call={it} />
        </li>
      )}
    </Pages>
  );
}
