import { useRef, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { ApiProblem, codeText, problemText } from '../../api/ApiProblem';
import { api, unwrap } from '../../api/client';
import type { CarRequestReceipt } from '../../api/types';
import { CarContactStep } from '../../domain/carWish/CarContactStep';
import { type CarDraft, timeOf, toRequest } from '../../domain/carWish/carDraft';
import { checkCar } from '../../domain/carWish/checkCar';
import { freeSlotsOf, OtherTimes } from '../../domain/carWish/OtherTimes';
import { TimeStep } from '../../domain/carWish/TimeStep';
import { TripStep } from '../../domain/carWish/TripStep';
import { WardStep } from '../../domain/carWish/WardStep';
import { tm } from '../../i18n/tm';
import type { FieldError } from '../../ui/ErrorSummary';
import { Notice } from '../../ui/Notice';
import { StepPage } from '../../ui/StepPage';
import { CarReceipt } from './CarReceipt';
import { CarReview } from './CarReview';
import { type CarStep, carStepPath, carSteps, carStepTitles, stepOf } from './carSteps';
import { keepCarRequest } from './keptCarRequests';
import { PurposeStep } from './PurposeStep';
import { useCarDraft } from './useCarDraft';
import './mobil.css';

/** A request from its purpose to its receipt; `step` is the last part of the address. */
export function CarRequestFlow({ step }: { step: string | undefined }) {
  const [, navigate] = useLocation();
  const { draft, update, discard } = useCarDraft();
  const [checked, setChecked] = useState<CarStep>();
  const [problem, setProblem] = useState<unknown>();
  const [receipt, setReceipt] = useState<CarRequestReceipt>();
  const [isBusy, setBusy] = useState(false);
  const sent = useRef({ body: '', key: '' });

  if (step === 'terkirim') return receipt ? <CarReceipt receipt={receipt} /> : <Redirect to="/mobil" replace />;
  const wanted = carSteps.find((it) => it === (step ?? 'keperluan'));
  if (!wanted) return <Redirect to="/mobil" replace />;
  // no question can be skipped by its address
  const firstOpen = carSteps.find((it) => it === wanted || checkCar(it, draft).length > 0);
  if (firstOpen && firstOpen !== wanted) return <Redirect to={carStepPath(firstOpen)} replace />;

  const change = (part: Partial<CarDraft>) => {
    setProblem(undefined);
    update(part);
  };

  const send = async () => {
    const request = toRequest(draft);
    const body = JSON.stringify(request);
    // the same request again is the same one, however often it is tried
    if (sent.current.body !== body) sent.current = { body, key: crypto.randomUUID() };
    setBusy(true);
    setProblem(undefined);
    try {
      const params = { header: { 'Idempotency-Key': sent.current.key } };
      const answer = await unwrap(api.POST('/api/v1/mobmas/requests', { params, body: request }));
      keepCarRequest({ code: answer.trackingCode, secret: answer.secret, from: answer.from });
      setReceipt(answer);
      discard();
      navigate('/mobil/terkirim', { replace: true });
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };

  const goOn = () => {
    setChecked(wanted);
    if (wanted === 'periksa') return void send();
    const next = carSteps[carSteps.indexOf(wanted) + 1];
    if (checkCar(wanted, draft).length === 0 && next) navigate(carStepPath(next));
  };

  const slots = freeSlotsOf(problem);
  const isUrgent = code(problem) === 'urgent_medical';
  const errors =
    wanted === 'periksa' ? (slots ? [] : refusals(problem)) : checked === wanted ? checkCar(wanted, draft) : [];
  const index = carSteps.indexOf(wanted);
  const previous = carSteps[index - 1];
  const props = { draft, update: change, problems: Object.fromEntries(errors.map((it) => [it.field, it.text])) };
  return (
    <StepPage
      title={tm(carStepTitles[wanted])}
      index={index}
      count={carSteps.length}
      back={previous && carStepPath(previous)}
      errors={errors}
      action={wanted !== 'periksa' ? tm('car.next') : tm(isBusy ? 'car.sending' : 'car.send')}
      isBusy={isBusy}
      onSubmit={goOn}
    >
      {wanted === 'keperluan' && <PurposeStep {...props} />}
      {wanted === 'kelurahan' && <WardStep {...props} />}
      {wanted === 'waktu' && <TimeStep {...props} />}
      {wanted === 'perjalanan' && <TripStep {...props} />}
      {wanted === 'kontak' && <CarContactStep {...props} />}
      {wanted === 'periksa' && (
        <>
          {slots && <OtherTimes slots={slots} onChoose={(slot) => change(timeOf(slot))} />}
          {problem !== undefined && !slots && !isUrgent && errors.length === 0 && (
            <Notice tone="err" role="alert">
              <p>{problemText(problem)}</p>
            </Notice>
          )}
          <CarReview draft={draft} isUrgent={isUrgent} update={update} />
        </>
      )}
    </StepPage>
  );
}

function code(problem: unknown): string | undefined {
  return problem instanceof ApiProblem ? problem.code : undefined;
}

function refusals(problem: unknown): FieldError[] {
  if (!(problem instanceof ApiProblem) || problem.code === 'urgent_medical') return [];
  return Object.entries(problem.fields).map(([field, codes]) => ({
    field,
    text: codeText(codes[0] ?? 'unknown'),
    href: carStepPath(stepOf(field)),
  }));
}
