import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { throughSignIn } from '../../api/account';
import { api, etag, unwrap } from '../../api/client';
import { loadServices } from '../../api/reference';
import type { CallItem, CallReport } from '../../api/types';
import { useResource } from '../../api/useResource';
import { useSuggestions } from '../../domain/useSuggestions';
import { weekday } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Announcement } from '../../ui/Announcement';
import { Check } from '../../ui/Check';
import { Combobox } from '../../ui/Combobox';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { rideHref } from './rideHref';
import { rereadCalls } from './useDesk';
import { useWardOptions } from './useWardOptions';

/** An emergency may be written on the same page: what both ask for has an id of its own. */
const own = (field: string) => `complaint-${field}`;

/** A report for the caller, through the same door as all reports; its number comes back in groups to read out. */
export function ComplaintForm({ call, onDone }: { call: CallItem; onDone: () => void }) {
  const queries = useQueryClient();
  const services = useResource(loadServices).data ?? [];
  const wards = useWardOptions();
  const [serviceCode, setService] = useState('');
  const [description, setDescription] = useState('');
  const [address, setAddress] = useState(call.place ?? '');
  const [ward, setWard] = useState(call.kelurahan?.code ?? '');
  const [name, setName] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [made, setMade] = useState<CallReport>();
  const key = useRef({ id: crypto.randomUUID(), body: '' });
  const suggested = useSuggestions(description)?.suggestions.map((it) => it.code) ?? [];
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('textarea')?.focus(), []);

  if (made)
    return (
      <Announcement tone="ok" role="status">
        <p>{tc('complaint.done')}</p>
        <p className="spoken-code">
          {made.spoken.map((group) => (
            <span key={group}>{group} </span>
          ))}
        </p>
        {made.report.agency && made.report.dueAt && (
          <p>{tc('complaint.agency', { agency: made.report.agency.name, due: weekday(made.report.dueAt) })}</p>
        )}
        <div className="row">
          {!anonymous && (
            <Link className="text-button" href={rideHref(call.id, made.report.id)}>
              {tc('calls.askCar')}
            </Link>
          )}
          <button type="button" className="text-button" onClick={onDone}>
            {t('dialog.close')}
          </button>
        </div>
      </Announcement>
    );

  const questions = services.find((it) => it.code === serviceCode)?.questions.filter((it) => it.required) ?? [];
  const missing: FieldError[] = [
    ...(description.trim().length < 5 ? [{ field: 'description', text: tc('complaint.wordsRequired') }] : []),
    ...(serviceCode ? [] : [{ field: 'serviceCode', text: tc('complaint.serviceRequired') }]),
    ...questions
      .filter((it) => !answers[it.code]?.trim())
      .map((it) => ({ field: `answers.${it.code}`, text: t('problem.answer_required') })),
    ...(ward || address.trim() ? [] : [{ field: 'address', text: tc('complaint.placeRequired') }]),
  ];
  const errors =
    isTried && missing.length > 0 ? missing : problem === undefined ? [] : fieldErrors(problem, 'description');
  const problemOf = (field: string) => errors.find((it) => it.field === field)?.text;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy || missing.length > 0) return;
    const body = {
      serviceCode,
      description: description.trim(),
      ...(ward && { kelurahanCode: ward }),
      ...(address.trim() && { address: address.trim() }),
      ...(questions.length > 0 && {
        answers: Object.fromEntries(questions.map((it) => [it.code, answers[it.code]?.trim() ?? ''])),
      }),
      anonymous,
      ...(name.trim() && !anonymous && { reporter: { name: name.trim() } }),
    };
    // the same words go under the same key, however often the line fails; other words are another report
    if (key.current.body !== JSON.stringify(body))
      key.current = { id: crypto.randomUUID(), body: JSON.stringify(body) };
    setBusy(true);
    setProblem(undefined);
    try {
      setMade(
        await throughSignIn(() =>
          unwrap(
            api.POST('/api/v1/calls/{id}/report', {
              params: {
                path: { id: call.id },
                header: { 'If-Match': etag(call.version), 'Idempotency-Key': key.current.id },
              },
              body,
            }),
          ),
        ),
      );
      rereadCalls(queries);
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  };

  const options = services.map((it) => ({ value: it.code, label: it.name, detail: it.group.name }));
  const rank = (code: string) => {
    const at = suggested.indexOf(code);
    return at < 0 ? suggested.length : at;
  };
  return (
    <form className="card stack" noValidate onSubmit={(event) => void submit(event)} aria-labelledby="keluhan">
      <h2 id="keluhan">{tc('complaint.title')}</h2>
      <ErrorSummary title={t('report.errors')} errors={errors.map((it) => ({ ...it, field: own(it.field) }))} />
      <div ref={first}>
        <TextArea
          id={own('description')}
          label={tc('complaint.words')}
          rows={3}
          maxLength={5000}
          value={description}
          problem={problemOf('description')}
          onChange={setDescription}
        />
      </div>
      <Combobox
        id={own('serviceCode')}
        label={tc('complaint.service')}
        problem={problemOf('serviceCode')}
        none={tc('complaint.none')}
        chosen={options.find((it) => it.value === serviceCode)}
        find={(text) =>
          options
            .filter((it) => wordsOf(text).every((word) => `${it.label} ${it.detail}`.toLowerCase().includes(word)))
            .sort((a, b) => rank(a.value) - rank(b.value))
        }
        onChoose={(option) => setService(option?.value ?? '')}
      />
      {questions.map((it) => {
        const field = {
          id: own(`answers.${it.code}`),
          label: it.text,
          problem: problemOf(`answers.${it.code}`),
          value: answers[it.code] ?? '',
          onChange: (value: string) => setAnswers({ ...answers, [it.code]: value }),
        };
        return it.choices.length > 0 ? (
          <SelectField
            key={it.code}
            {...field}
            empty=""
            options={it.choices.map(({ value, text }) => ({ value, text }))}
          />
        ) : (
          <TextField key={it.code} {...field} maxLength={500} />
        );
      })}
      <TextField
        id={own('address')}
        label={tc('complaint.place')}
        maxLength={300}
        value={address}
        problem={problemOf('address') ?? problemOf('location')}
        onChange={setAddress}
      />
      <Combobox
        id={own('kelurahanCode')}
        label={tc('complaint.ward')}
        problem={problemOf('kelurahanCode')}
        none={tc('complaint.none')}
        chosen={wards.find((it) => it.value === ward)}
        find={(text) => wards.filter((it) => it.label.toLowerCase().includes(text.trim().toLowerCase()))}
        onChoose={(option) => setWard(option?.value ?? '')}
      />
      <Check id={own('anonymous')} label={tc('complaint.anonymous')} isChecked={anonymous} onChange={setAnonymous} />
      {!anonymous && (
        <TextField id={own('name')} label={tc('complaint.name')} maxLength={100} value={name} onChange={setName} />
      )}
      <div className="row">
        <button type="submit" className="button" aria-disabled={isBusy}>
          {isBusy ? t('report.sending') : tc('complaint.send')}
        </button>
        <button type="button" className="text-button" onClick={onDone}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);
