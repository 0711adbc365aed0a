import { useState } from 'react';
import { clock } from '../../i18n/format';
import { lookUp } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Failure } from '../../ui/Failure';
import { Icon } from '../../ui/Icon';
import { Skeleton } from '../../ui/Skeleton';
import { stepText } from './DispatchCard';
import { useDispatch } from './useDesk';

/** All that happened, the hand-over records, and the message for other control rooms; read when somebody asks for it. */
export function DispatchStory({ id }: { id: string }) {
  const [isShown, setShown] = useState(false);
  const { data, isLoading, error, refetch } = useDispatch(id, isShown);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{tc('board.history')}</summary>
      {isLoading && <Skeleton shape="line" count={3} />}
      {error && <Failure problem={error} onRetry={() => void refetch()} />}
      {data && (
        <div className="stack">
          <p className="small muted">{tc('board.calls', { count: data.calls })}</p>
          <ol className="small">
            {data.history.map((it) => (
              <li key={it.version}>
                {clock(it.happenedAt)} {lookUp(`dispatchEvent.${it.type}`)}
                {it.agency && `: ${it.agency.name}`}
                {it.step && ` – ${stepText(it.step)}`}
                {it.note && ` (${it.note})`} <span className="muted">{tc('calls.by', { name: it.by })}</span>
              </li>
            ))}
          </ol>
          {data.handOvers.length > 0 && (
            <>
              <h4>{tc('board.handOvers')}</h4>
              <ul className="small">
                {data.handOvers.map((it) => (
                  <li key={`${it.at}${it.from.code}`}>
                    {clock(it.at)} {it.from.name} → {it.to?.name ?? it.toName ?? tc('board.ended')}: {it.found}
                  </li>
                ))}
              </ul>
            </>
          )}
          <a className="text-button" href={`/api/v1/dispatches/${id}/cap`} download>
            <Icon name="download" />
            {tc('board.cap')}
          </a>
        </div>
      )}
    </details>
  );
}
