import { useState } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem } from '../../api/ApiProblem';
import { useAccount } from '../../api/account';
import type { CarEntry, NewCar } from '../../api/types';
import { t } from '../../i18n/t';
import { type CarKey, tm } from '../../i18n/tm';
import { Announcement } from '../../ui/Announcement';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { useSaveCar } from './useCars';

const papers = ['stnk', 'kir', 'insurance'] as const;
const dueFields = { stnk: 'stnkDueOn', kir: 'kirDueOn', insurance: 'insuranceDueOn' } as const;

/** What each field is called; the words of a refusal are the same for all of them. */
const labels = {
  plate: 'car.plateField',
  name: 'car.carName',
  seats: 'car.seatsField',
  odometer: 'car.odometer',
  stateReason: 'car.stateReason',
  stnkDueOn: 'car.dueOn.stnk',
  kirDueOn: 'car.dueOn.kir',
  insuranceDueOn: 'car.dueOn.insurance',
} as const satisfies Record<string, CarKey>;

type Texts = Record<keyof typeof labels, string>;

/** A car as its keeper writes it. A new one belongs to the keeper's own unit. */
export function CarForm({ car }: { car: CarEntry | undefined }) {
  const account = useAccount();
  const [, navigate] = useLocation();
  const save = useSaveCar();
  const [texts, setTexts] = useState<Texts>(() => textsOf(car));
  const [state, setState] = useState<CarEntry['state']>(car?.state ?? 'available');
  const [id] = useState(() => car?.id ?? crypto.randomUUID());
  const own = 'session' in account ? account.session.agency : null;
  const agency = car?.agency ?? own;
  const isStale = save.error instanceof ApiProblem && save.error.status === 412;
  const errors = (save.error && !isStale ? fieldErrors(save.error, 'plate') : []).map((it) =>
    it.field in labels ? { ...it, label: tm(labels[it.field as keyof Texts]) } : it,
  );
  const problem = (field: string) => errors.find((it) => it.field === field)?.text;
  const text = (field: keyof Texts, rest: { type?: 'number' | 'date'; hint?: string; maxLength?: number } = {}) => (
    <TextField
      id={field}
      label={tm(labels[field])}
      problem={problem(field)}
      value={texts[field]}
      onChange={(value) => setTexts((before) => ({ ...before, [field]: value }))}
      {...rest}
    />
  );

  const submit = () => {
    if (save.isPending || !agency) return;
    save.mutate(
      { id, version: car?.version ?? 0, body: bodyOf(texts, state, agency.code) },
      { onSuccess: () => !car && navigate(`/mobil/mobil/${id}`) },
    );
  };

  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{tm(car ? 'car.editCar' : 'car.newCar')}</h2>
      {save.isSuccess && (
        <Announcement tone="ok" role="status">
          <p>{tm('car.saved')}</p>
        </Announcement>
      )}
      <ErrorSummary
        title={t('report.errors')}
        errors={isStale ? [{ field: 'plate', text: t('problem.stale_version') }] : errors}
      />
      {text('plate', { hint: tm('car.plateHint'), maxLength: 12 })}
      {text('name', { hint: tm('car.carNameHint'), maxLength: 60 })}
      <p>
        <span className="muted">{tm('car.owner')}:</span> {agency?.name}
      </p>
      <div className="car-pair">
        {text('seats', { type: 'number' })}
        {text('odometer', { type: 'number' })}
      </div>
      <SelectField
        id="state"
        label={tm('car.state')}
        problem={problem('state')}
        options={[
          ...new Set<CarEntry['state']>([car?.state ?? 'available', ...(car?.nextStates ?? ['maintenance'])]),
        ].map((it) => ({ value: it, text: tm(`carState.${it}`) }))}
        value={state}
        onChange={(value) => setState(value as CarEntry['state'])}
      />
      {state !== 'available' && text('stateReason', { maxLength: 300 })}
      <div className="car-pair">
        {papers.map((it) => (
          <div key={it}>{text(dueFields[it], { type: 'date' })}</div>
        ))}
      </div>
      <button type="submit" className="button compact" aria-disabled={save.isPending}>
        {tm('car.save')}
      </button>
    </form>
  );
}

function textsOf(car: CarEntry | undefined): Texts {
  const due = (paper: string) => car?.papers.find((it) => it.paper === paper)?.dueOn ?? '';
  return {
    plate: car?.plate ?? '',
    name: car?.name ?? '',
    seats: String(car?.seats ?? ''),
    odometer: String(car?.odometer ?? ''),
    stateReason: car?.stateReason ?? '',
    stnkDueOn: due('stnk'),
    kirDueOn: due('kir'),
    insuranceDueOn: due('insurance'),
  };
}

function bodyOf(texts: Texts, state: CarEntry['state'], agencyCode: string): NewCar {
  return {
    plate: texts.plate,
    name: texts.name,
    agencyCode,
    seats: Number(texts.seats),
    odometer: Number(texts.odometer),
    state,
    stateReason: texts.stateReason.trim() || null,
    stnkDueOn: texts.stnkDueOn || null,
    kirDueOn: texts.kirDueOn || null,
    insuranceDueOn: texts.insuranceDueOn || null,
  };
}
