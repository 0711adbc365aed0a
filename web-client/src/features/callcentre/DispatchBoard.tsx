import { useState } from 'react';
import { tc } from '../../i18n/tc';
import { Check } from '../../ui/Check';
import { Failure } from '../../ui/Failure';
import { Skeleton } from '../../ui/Skeleton';
import { DispatchCard } from './DispatchCard';
import { useDispatches, useMinute } from './useDesk';

/** The emergencies that are running, with their minutes. */
export function DispatchBoard() {
  const [isAll, setAll] = useState(false);
  const { data, isPending, error, refetch } = useDispatches(isAll);
  const now = useMinute();
  return (
    <section className="stack" aria-labelledby="papan">
      <h2 id="papan" tabIndex={-1}>
        {tc('board.title')}
      </h2>
      <Check id="all" label={tc('board.showDone')} isChecked={isAll} onChange={setAll} />
      {isPending && <Skeleton shape="line" />}
      {error && <Failure problem={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="muted">{tc('board.empty')}</p>}
      <ol className="stack">
        {data?.items.map((it) => (
          <li key={it.id}>
            <DispatchCard dispatch={it} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}
