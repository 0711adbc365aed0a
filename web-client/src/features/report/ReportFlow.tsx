import { useCallback, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { loadServices } from '../../api/reference';
import type { Service } from '../../api/types';
import { useResource } from '../../api/useResource';
import type { Draft, DraftPhoto } from '../../domain/draft';
import { usePhotos } from '../../domain/photos/usePhotos';
import { publicPath } from '../../domain/trackingLink';
import { useOnline } from '../../domain/useOnline';
import { t } from '../../i18n/t';
import { Failure } from '../../ui/Failure';
import { Notice } from '../../ui/Notice';
import { Skeleton } from '../../ui/Skeleton';
import { AlreadyReported } from './AlreadyReported';
import { ContactStep } from './ContactStep';
import { check, forgiven, refusals } from './checks';
import { PhotosFirst } from './PhotosFirst';
import { PhotosStep } from './PhotosStep';
import { PlaceStep } from './PlaceStep';
import { QuestionsStep } from './QuestionsStep';
import { Receipt } from './Receipt';
import { ReviewStep } from './ReviewStep';
import { SavedForLater } from './SavedForLater';
import { SendTrouble } from './SendTrouble';
import { StepFrame } from './StepFrame';
import { type StepName, stepPath, stepsFor } from './steps';
import { type UpdateDraft, useDraft } from './useDraft';
import { useNeighbours } from './useNeighbours';
import { useSending } from './useSending';
import { WordsStep } from './WordsStep';
import './report.css';

/** The report from its first word to its receipt; `step` is the last part of the address. */
export function ReportFlow({ step }: { step: string | undefined }) {
  const services = useResource(loadServices);
  const kept = useDraft();

  if (!services.data && services.problem !== undefined)
    return <Failure problem={services.problem} onRetry={services.reload} />;
  if (!services.data || !kept.draft) return <Skeleton shape="card" count={3} />;
  return (
    <>
      {!kept.isKept && (
        <Notice tone="warn" role="status">
          <p>{t('report.notKept')}</p>
        </Notice>
      )}
      <Steps step={step} services={services.data} draft={kept.draft} update={kept.update} discard={kept.discard} />
    </>
  );
}

interface StepsProps {
  step: string | undefined;
  services: Service[];
  draft: Draft;
  update: UpdateDraft;
  discard: () => void;
}

function Steps({ step, services, draft, update, discard }: StepsProps) {
  const [, navigate] = useLocation();
  const [isChecked, setChecked] = useState<StepName>();
  const changePhotos = useCallback(
    (change: (before: DraftPhoto[]) => DraftPhoto[]) => void update(({ photos }) => ({ photos: change(photos) })),
    [update],
  );
  const photos = usePhotos(draft.photos, changePhotos);
  const sending = useSending({ draft, update, discard, photos });
  const isOnline = useOnline();

  const shown = sending.outgoing ?? draft;
  const isSending = sending.outgoing !== undefined;
  const service = services.find((it) => it.code === shown.serviceCode);
  const neighbours = useNeighbours(draft, service);
  const [dismissed, setDismissed] = useState<typeof neighbours>([]);
  const steps = stepsFor(service, shown.photosFirst);
  const wanted = steps.find((it) => stepPath(it) === stepPath((step ?? 'masalah') as StepName));

  if (step === 'terkirim')
    return sending.receipt ? <Receipt receipt={sending.receipt} /> : <Redirect to="/lacak" replace />;
  if (step === 'tersimpan') return <SavedForLater />;
  if (!wanted) return <Redirect to="/lapor" replace />;
  // no question can be skipped by its address, and what is on its way can no longer be changed
  const firstOpen = isSending ? 'periksa' : steps.find((it) => it === wanted || check(it, draft, service).length > 0);
  if (firstOpen && firstOpen !== wanted) return <Redirect to={stepPath(firstOpen)} replace />;

  const { refusal } = draft;
  const refused = refusals(refusal).filter((it) => wanted === 'periksa' || it.href === stepPath(wanted));
  const missing = isChecked === wanted ? check(wanted, draft, service) : [];
  const errors = wanted === 'periksa' ? refused : [...missing, ...refused.map(({ href: _, ...it }) => it)];
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));

  const goOn = () => {
    setChecked(wanted);
    if (wanted === 'periksa') return sending.send();
    if (refusal) update({ refusal: forgiven(refusal, stepPath(wanted)) });
    const next = steps[steps.indexOf(wanted) + 1];
    if (check(wanted, draft, service).length === 0 && next) navigate(stepPath(next));
  };

  const goOnAlone = () => {
    setDismissed(neighbours);
    document.querySelector('h1')?.focus();
  };
  const settle = (reportId: string) => {
    discard();
    navigate(publicPath(reportId));
  };
  const offersNeighbours =
    neighbours.length > 0 && neighbours !== dismissed && steps[steps.indexOf(wanted) - 1] === 'tempat';

  const props = { draft, update, service, problems };
  return (
    <StepFrame
      step={wanted}
      steps={steps}
      errors={errors}
      isBusy={isSending}
      action={actionText(wanted, draft, isSending, isOnline)}
      onSubmit={goOn}
    >
      {offersNeighbours && <AlreadyReported neighbours={neighbours} onDifferent={goOnAlone} onSettled={settle} />}
      {wanted === 'masalah' && (
        <>
          <PhotosFirst draft={draft} photos={photos} update={update} problem={problems.photos} />
          <WordsStep {...props} services={services} />
        </>
      )}
      {wanted === 'tempat' && <PlaceStep {...props} />}
      {wanted === 'pertanyaan' && <QuestionsStep {...props} />}
      {wanted === 'foto' && <PhotosStep draft={draft} photos={photos} problem={problems.photos} />}
      {wanted === 'kontak' && <ContactStep {...props} />}
      {wanted === 'periksa' && (
        <>
          {isSending && <OnItsWay />}
          {refusal && refused.length === 0 && <SendTrouble refusal={refusal} />}
          <ReviewStep draft={shown} service={service} isSending={isSending} />
        </>
      )}
    </StepFrame>
  );
}

function actionText(step: StepName, draft: Draft, isSending: boolean, isOnline: boolean): string {
  if (step === 'periksa') return t(isSending ? 'report.sending' : isOnline ? 'report.send' : 'report.saveForLater');
  return t(step === 'foto' && draft.photos.length === 0 ? 'report.withoutPhoto' : 'report.next');
}

/** Nobody has to wait for a slow network. */
function OnItsWay() {
  return (
    <Notice tone="info" role="status">
      <p>{t('send.onItsWay')}</p>
    </Notice>
  );
}
