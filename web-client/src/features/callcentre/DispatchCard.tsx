import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem, problemText } from '../../api/ApiProblem';
import { throughSignIn, useMay } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import type { Dispatch, DispatchUnit, NewStep, UnitStep } from '../../api/types';
import { clock } from '../../i18n/format';
import { lookUp } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { DispatchCalls } from './DispatchCalls';
import { AskUnitForm, CancelForm } from './DispatchForms';
import { DispatchStory } from './DispatchStory';
import { dispatchPlace } from './dispatchPlace';
import { MinuteClock } from './MinuteClock';
import { StepForm, stepNeeds } from './StepForm';
import { putDispatch, rereadDispatches } from './useDesk';

export function stepText(step: UnitStep): string {
  return lookUp(`unitStep.${step}`) ?? step;
}

/** One emergency: its minutes, its units and what can be told of each. */
export function DispatchCard({ dispatch, now }: { dispatch: Dispatch; now: number }) {
  const queries = useQueryClient();
  const mayTake = useMay('takeCalls');
  const mayRead = useMay('readCalls');
  const [told, setTold] = useState<{ isOk: boolean; text: string }>();
  const [asked, setAsked] = useState<{ unit: string; step: UnitStep }>();
  const isOpen = dispatch.state === 'open';
  const card = useRef<HTMLElement>(null);
  const isBusy = useRef(false);
  const [moved, setMoved] = useState<{ unit: string }>();

  // the key that told a step goes with it, when the card is drawn anew: the hands stay at the unit's next one
  useEffect(() => {
    if (!moved || (document.activeElement && document.activeElement !== document.body)) return;
    const next = card.current?.querySelector<HTMLElement>(`[data-unit="${CSS.escape(moved.unit)}"] button`);
    (next ?? card.current)?.focus();
    setMoved(undefined);
  });

  /** Asks for a change of what stands on this card, one at a time; whatever the outcome, it is read again. */
  const change = async (act: (version: string) => Promise<Dispatch>, done: string): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    try {
      const changed = await throughSignIn(() => act(etag(dispatch.version)));
      await putDispatch(queries, changed);
      setTold({ isOk: true, text: done });
      setAsked(undefined);
      return true;
    } catch (cause) {
      const isStale = cause instanceof ApiProblem && cause.status === 412;
      setTold({ isOk: false, text: isStale ? tc('board.changed') : problemText(cause) });
      return false;
    } finally {
      isBusy.current = false;
      rereadDispatches(queries);
    }
  };
  const move = async (unit: DispatchUnit, body: NewStep) => {
    const isDone = await change(
      (version) =>
        unwrap(
          api.POST('/api/v1/dispatches/{id}/units/{agency}/steps', {
            params: { path: { id: dispatch.id, agency: unit.agency.code }, header: { 'If-Match': version } },
            body,
          }),
        ),
      tc('board.stepSaved', { unit: unit.agency.name, step: stepText(body.step) }),
    );
    if (isDone) setMoved({ unit: unit.agency.code });
    return isDone;
  };

  return (
    <article ref={card} tabIndex={-1} className={`card stack dispatch ${dispatch.overdue ? 'is-overdue' : ''}`}>
      <header className="row">
        <h3>{dispatch.service.name}</h3>
        <MinuteClock dispatch={dispatch} now={now} />
      </header>
      <p>
        {dispatchPlace(dispatch)}{' '}
        <span className="small muted">{tc('board.since', { time: clock(dispatch.receivedAt) })}</span>
      </p>
      {dispatch.note && <p className="small">{dispatch.note}</p>}
      {dispatch.reportId && (
        <Link className="text-button" href={`/laporan/${dispatch.reportId}`}>
          {tc('board.report')}
        </Link>
      )}
      {dispatch.unattended && (
        <Notice tone="err" role="alert">
          {tc('board.unattended')}
        </Notice>
      )}
      <ul className="stack">
        {dispatch.units.map((unit) => (
          <li key={unit.agency.code} data-unit={unit.agency.code} className="dispatch-unit">
            <p>
              <strong>{unit.agency.name}</strong> <span className="small muted">{lookUp(`unitRole.${unit.role}`)}</span>{' '}
              <span className="badge plain">
                {stepText(unit.step)} {clock(unit.stepAt)}
              </span>
              {unit.phone && isOpen && (
                <a className="text-button" href={`tel:${unit.phone}`}>
                  <Icon name="phone" />
                  {tc('board.call', { unit: unit.phone })}
                </a>
              )}
            </p>
            {unit.allowedNext.length > 0 && (
              <div className="row">
                {unit.allowedNext.map((step) => (
                  <button
                    key={step}
                    type="button"
                    className="button quiet compact"
                    aria-expanded={
                      stepNeeds(unit.step, step) ? asked?.unit === unit.agency.code && asked.step === step : undefined
                    }
                    onClick={() =>
                      stepNeeds(unit.step, step)
                        ? setAsked({ unit: unit.agency.code, step })
                        : void move(unit, { step })
                    }
                  >
                    {stepText(step)}
                  </button>
                ))}
              </div>
            )}
            {asked?.unit === unit.agency.code && (
              <StepForm key={asked.step} from={unit.step} step={asked.step} onTell={(body) => move(unit, body)} />
            )}
          </li>
        ))}
      </ul>
      {told && (
        <Notice tone={told.isOk ? 'ok' : 'err'} role="status">
          {told.text}
        </Notice>
      )}
      {isOpen && mayTake && (
        <>
          <AskUnitForm dispatch={dispatch} change={change} />
          <CancelForm dispatch={dispatch} change={change} />
        </>
      )}
      {mayRead && <DispatchCalls id={dispatch.id} />}
      <DispatchStory id={dispatch.id} />
    </article>
  );
}
