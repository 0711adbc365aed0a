import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { throughSignIn } from '../../api/account';
import { api, unwrap } from '../../api/client';
import type { CallItem, CarPurpose, CarRequestReceipt, ReportDetail } from '../../api/types';
import { CarContactStep } from '../../domain/carWish/CarContactStep';
import { type CarDraft, carPurposes, emptyDraft, timeOf, toRequest } from '../../domain/carWish/carDraft';
import { type CarPart, checkCar } from '../../domain/carWish/checkCar';
import { freeSlotsOf, OtherTimes } from '../../domain/carWish/OtherTimes';
import { TimeStep } from '../../domain/carWish/TimeStep';
import { TripStep } from '../../domain/carWish/TripStep';
import { WardStep } from '../../domain/carWish/WardStep';
import { t } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { Check } from '../../ui/Check';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { Notice } from '../../ui/Notice';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { KnownContact } from './KnownContact';

const parts: CarPart[] = ['keperluan', 'kelurahan', 'waktu', 'perjalanan', 'kontak'];
const placeMax = 200; // signs

interface AskFormProps {
  /** The report that it was opened from. */
  named: ReportDetail | undefined;
  call: CallItem | undefined;
  onWritten: (receipt: CarRequestReceipt) => void;
}

/** All that is asked, on one page: whoever is on the line waits. */
export function AskForm({ named, call, onWritten }: AskFormProps) {
  // whoever is driven has a name: an anonymous report is tied to none
  const report = named?.anonymous ? undefined : named;
  const queries = useQueryClient();
  const [draft, setDraft] = useState<CarDraft>(() => ({
    ...emptyDraft,
    ward: named?.kelurahan ?? call?.kelurahan ?? undefined,
    pickUp: (named?.address ?? call?.place ?? '').slice(0, placeMax),
  }));
  const [missing, setMissing] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef({ id: crypto.randomUUID(), body: '' });
  const update = (change: Partial<CarDraft>) => {
    setProblem(undefined);
    setMissing((before) => before.filter((it) => !(it.field in change)));
    setDraft((before) => ({ ...before, ...change }));
  };

  const isUrgent = problem instanceof ApiProblem && problem.code === 'urgent_medical';
  const slots = freeSlotsOf(problem);
  const refused = problem === undefined || isUrgent || slots ? [] : fieldErrors(problem, 'purpose');
  const errors =
    missing.length > 0 ? missing : refused.map((it) => ({ ...it, field: it.field.replace(/^contact\./, '') }));
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));
  const fields = { draft, update, problems };

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const lacking = parts.flatMap((it) => checkCar(it, draft));
    setMissing(lacking);
    if (isBusy || lacking.length > 0) return;
    const body = { ...toRequest(draft), ...(report && { reportId: report.id }) };
    // the same request again is the same one, however often it is tried
    const written = JSON.stringify(body);
    if (key.current.body !== written) key.current = { id: crypto.randomUUID(), body: written };
    setBusy(true);
    setProblem(undefined);
    try {
      const params = { header: { 'Idempotency-Key': key.current.id } };
      onWritten(await throughSignIn(() => unwrap(api.POST('/api/v1/mobmas/requests', { params, body }))));
      for (const queryKey of [['cars'], ['calls'], ['report', report?.id]])
        void queries.invalidateQueries({ queryKey });
    } catch (cause) {
      setProblem(cause);
      setBusy(false);
    }
  };

  return (
    <form className="car-ask stack-large" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      {named?.anonymous && (
        <Notice tone="info">
          <p>{tm('car.ask.anonymous')}</p>
        </Notice>
      )}
      {report && (
        <p>
          {tm('car.ask.forReport')}: <Link href={`/laporan/${report.id}`}>{report.trackingCode}</Link>,{' '}
          {report.service.name}
        </p>
      )}
      <section className="card stack" aria-labelledby="what">
        <h2 id="what">{tm('car.purpose.title')}</h2>
        <SelectField
          id="purpose"
          label={tm('car.col.purpose')}
          empty={tm('car.choosePurpose')}
          problem={problems.purpose}
          options={carPurposes.map((it) => ({ value: it, text: tm(`carPurpose.${it}`) }))}
          value={draft.purpose}
          onChange={(purpose) => update({ purpose: purpose as CarPurpose | '' })}
        />
        {(isUrgent || draft.purpose === 'urgentMedical') && (
          <Notice tone="err" icon="phone" role="alert">
            <p>
              {tm('car.ask.urgent')} <Link href="/operator">{tm('car.ask.toDesk')}</Link>
            </p>
          </Notice>
        )}
        {draft.purpose !== 'urgentMedical' && (isUrgent || draft.notUrgent) && (
          <Check
            id="notUrgent"
            label={tm('car.notUrgent')}
            hint={tm('car.notUrgentDetail')}
            isChecked={draft.notUrgent}
            onChange={(notUrgent) => update({ notUrgent })}
          />
        )}
        <TextArea
          id="need"
          label={tm('car.need')}
          hint={tm('car.needHint')}
          rows={2}
          maxLength={500}
          problem={problems.need}
          value={draft.need}
          onChange={(need) => update({ need, notUrgent: false })}
        />
      </section>
      <section className="card stack" aria-labelledby="trip">
        <h2 id="trip">{tm('car.trip.title')}</h2>
        <WardStep {...fields} />
        <TripStep {...fields} />
      </section>
      <section className="card stack" aria-labelledby="time">
        <h2 id="time">{tm('car.time.title')}</h2>
        {slots && <OtherTimes slots={slots} onChoose={(slot) => update(timeOf(slot))} />}
        <TimeStep {...fields} />
      </section>
      <section className="card stack" aria-labelledby="whom">
        <h2 id="whom">{tm('car.contact.title')}</h2>
        <KnownContact report={report} call={call} onRead={update} />
        <CarContactStep {...fields} />
      </section>
      <button type="submit" className="button" aria-disabled={isBusy}>
        {tm(isBusy ? 'car.sending' : 'car.send')}
      </button>
    </form>
  );
}
