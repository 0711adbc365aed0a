import { lazy, type SubmitEvent, Suspense, useEffect, useRef, useState } from 'react';
import { throughSignIn } from '../../api/account';
import { api, unwrap } from '../../api/client';
import { loadServices, loadWards } from '../../api/reference';
import type { CallItem } from '../../api/types';
import { useAgencies } from '../../api/useAgencies';
import { useResource } from '../../api/useResource';
import { findAgencies } from '../../domain/findAgencies';
import { t } from '../../i18n/t';
import { tc } from '../../i18n/tc';
import { Combobox } from '../../ui/Combobox';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { Icon } from '../../ui/Icon';
import { SelectField } from '../../ui/SelectField';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { JoinDispatch } from './JoinDispatch';
import { useWardOptions } from './useWardOptions';

const ScenePin = lazy(() => import('./ScenePin').then((it) => ({ default: it.ScenePin })));

interface EmergencyFormProps {
  call: CallItem;
  /** Units are on their way, or were already. */
  onSent: (outcome: 'emergency.sent' | 'emergency.joined') => void;
  /** Put away; the call keeps its button in the list. */
  onClose: () => void;
}

/** Help for a call. What is not known is left out: the kind and any word of the place are enough. */
export function EmergencyForm({ call, onSent, onClose }: EmergencyFormProps) {
  const services = (useResource(loadServices).data ?? []).filter((it) => it.emergency);
  const wards = useWardOptions();
  const layer = useResource(loadWards).data;
  const agencies = (useAgencies('').data ?? []).map((it) => ({ value: it.code, label: it.shortName, detail: it.name }));
  const [serviceCode, setService] = useState('');
  const [place, setPlace] = useState(call.place ?? '');
  const [ward, setWard] = useState(call.kelurahan?.code ?? '');
  const [point, setPoint] = useState<{ lat: number; lng: number }>();
  const [isMap, setMap] = useState(false);
  const [note, setNote] = useState(call.note ?? '');
  const [units, setUnits] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const key = useRef({ id: crypto.randomUUID(), body: '' });
  useEffect(() => document.getElementById('serviceCode')?.focus(), []);

  const missing: FieldError[] = [
    ...(serviceCode ? [] : [{ field: 'serviceCode', text: tc('emergency.serviceRequired') }]),
    ...(place.trim() || ward || point ? [] : [{ field: 'place', text: tc('emergency.placeRequired') }]),
  ];
  const errors =
    isTried && missing.length > 0 ? missing : problem === undefined ? [] : fieldErrors(problem, 'serviceCode');
  const problemOf = (field: string) => errors.find((it) => it.field.startsWith(field))?.text;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy || missing.length > 0) return;
    const body = {
      serviceCode,
      callIds: [call.id],
      ...(point && { location: point }),
      ...(ward && { kelurahanCode: ward }),
      ...(place.trim() && { place: place.trim() }),
      ...(note.trim() && { note: note.trim() }),
      ...(units.length > 0 && { units }),
    };
    if (key.current.body !== JSON.stringify(body))
      key.current = { id: crypto.randomUUID(), body: JSON.stringify(body) };
    setBusy(true);
    setProblem(undefined);
    try {
      await throughSignIn(() =>
        unwrap(
          api.POST('/api/v1/dispatches', {
            params: { header: { 'Idempotency-Key': key.current.id } },
            body,
            keepalive: true,
          }),
        ),
      );
      onSent('emergency.sent');
    } catch (cause) {
      setProblem(cause);
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={(event) => void submit(event)} aria-labelledby="darurat">
      <h2 id="darurat">{tc('emergency.title')}</h2>
      <ErrorSummary title={t('report.errors')} errors={errors} />
      <SelectField
        id="serviceCode"
        label={tc('emergency.service')}
        empty=""
        options={services.map((it) => ({ value: it.code, text: it.name }))}
        value={serviceCode}
        problem={problemOf('serviceCode')}
        onChange={setService}
      />
      <JoinDispatch
        call={call}
        serviceCode={serviceCode}
        said={{ place, note }}
        onJoined={() => onSent('emergency.joined')}
      />
      <TextField
        id="place"
        label={tc('emergency.place')}
        maxLength={300}
        value={place}
        problem={problemOf('place')}
        onChange={setPlace}
      />
      <Combobox
        id="kelurahanCode"
        label={tc('complaint.ward')}
        problem={problemOf('kelurahanCode')}
        none={tc('complaint.none')}
        chosen={wards.find((it) => it.value === ward)}
        find={(text) => wards.filter((it) => it.label.toLowerCase().includes(text.trim().toLowerCase()))}
        onChoose={(option) => setWard(option?.value ?? '')}
      />
      <div>
        <button type="button" className="text-button" aria-expanded={isMap} onClick={() => setMap(!isMap)}>
          <Icon name="pin" />
          {tc('emergency.pin')}
        </button>
        {isMap && layer && (
          <Suspense fallback={<p className="muted">{tc('emergency.mapLoading')}</p>}>
            <ScenePin label={tc('emergency.mapLabel')} wards={layer} at={point} onChoose={setPoint} />
          </Suspense>
        )}
        {point && (
          <p className="small" role="status">
            {tc('emergency.pinAt', { lat: point.lat.toFixed(5), lng: point.lng.toFixed(5) })}{' '}
            <button type="button" className="text-button" onClick={() => setPoint(undefined)}>
              {tc('emergency.unpin')}
            </button>
          </p>
        )}
      </div>
      <TextArea id="note" label={tc('emergency.note')} rows={2} maxLength={2000} value={note} onChange={setNote} />
      <Combobox
        id="units"
        label={tc('emergency.units')}
        hint={tc('emergency.unitsHint')}
        problem={problemOf('units')}
        none={tc('emergency.noUnit')}
        chosen={undefined}
        find={(text) => findAgencies(agencies, text, []).filter((it) => !units.includes(it.value))}
        onChoose={(option) => option && setUnits([...units, option.value])}
      />
      {units.length > 0 && (
        <ul>
          {units.map((unit, index) => {
            const name = agencies.find((it) => it.value === unit)?.label ?? unit;
            return (
              <li key={unit} className="row">
                <strong>{name}</strong> {tc(index === 0 ? 'emergency.lead' : 'emergency.support')}
                <button
                  type="button"
                  className="text-button"
                  aria-label={tc('emergency.removeUnit', { unit: name })}
                  onClick={() => setUnits(units.filter((it) => it !== unit))}
                >
                  <Icon name="close" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="row">
        <button type="submit" className="button" aria-disabled={isBusy}>
          {isBusy ? t('report.sending') : tc('emergency.send')}
        </button>
        <button type="button" className="text-button" onClick={onClose}>
          {t('dialog.close')}
        </button>
      </div>
    </form>
  );
}
