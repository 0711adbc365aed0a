import { useState } from 'react';
import { ApiProblem } from '../../api/ApiProblem';
import type { CarMove, CarRequestDetail, FreeSlot } from '../../api/types';
import { t } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { Announcement } from '../../ui/Announcement';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { Notice } from '../../ui/Notice';
import { FreeElsewhere } from './FreeElsewhere';
import { MoveFields } from './MoveFields';
import { emptyMove, type MoveValues, missingOf, sentMove } from './moveValues';
import { useCarMove } from './useCars';

/** What the server allows this officer to do now, each with what it demands. */
export function RequestMoves({ request }: { request: CarRequestDetail }) {
  const [chosen, setChosen] = useState<CarMove>();
  const [values, setValues] = useState<MoveValues>(emptyMove);
  const [missing, setMissing] = useState<FieldError[]>([]);
  const change = useCarMove(request.id, request.version);

  const choose = (move: CarMove) => {
    change.reset();
    setMissing([]);
    setChosen(chosen?.to === move.to ? undefined : move);
  };
  const send = (move: CarMove) => {
    const lacking = missingOf(move, values);
    setMissing(lacking);
    if (lacking.length > 0 || change.isPending) return;
    change.mutate(sentMove(move, values), {
      onSuccess: () => {
        setChosen(undefined);
        setValues(emptyMove);
      },
    });
  };

  const { error } = change;
  const isStale = error instanceof ApiProblem && error.status === 412;
  const errors = missing.length > 0 ? missing : error && !isStale ? fieldErrors(error, 'move') : [];
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));
  const slots =
    error instanceof ApiProblem && Array.isArray(error.facts.freeSlots)
      ? (error.facts.freeSlots as FreeSlot[])
      : request.freeSlots;
  const move = chosen && request.moves.find((it) => it.to === chosen.to);
  return (
    <section className="stack" aria-labelledby="actions" id="move" tabIndex={-1}>
      <h2 id="actions">{tm('car.actions')}</h2>
      {change.isSuccess && (
        <Announcement tone="ok" role="status">
          <p>{tm('car.saved')}</p>
        </Announcement>
      )}
      {isStale && (
        <Notice tone="warn" role="alert">
          <p>{tm('car.stale')}</p>
        </Notice>
      )}
      {request.moves.length === 0 && <p className="muted">{tm('car.nothing')}</p>}
      {slots.length > 0 && <FreeElsewhere slots={slots} />}
      <div className="row">
        {request.moves.map((it) => (
          <button
            key={it.to}
            type="button"
            className="button quiet compact"
            aria-expanded={move?.to === it.to}
            onClick={() => choose(it)}
          >
            {moveText(it, request)}
          </button>
        ))}
      </div>
      {move && (
        <form
          className="card stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send(move);
          }}
        >
          <ErrorSummary title={t('report.errors')} errors={errors} />
          <MoveFields
            move={move}
            request={request}
            values={values}
            problems={problems}
            update={(part) => setValues((before) => ({ ...before, ...part }))}
          />
          <button type="submit" className="button compact" aria-disabled={change.isPending}>
            {moveText(move, request)}
          </button>
        </form>
      )}
    </section>
  );
}

function moveText(move: CarMove, request: CarRequestDetail): string {
  return tm(move.to === 'approved' && request.status === 'approved' ? 'car.do.approvedAgain' : `car.do.${move.to}`);
}
