import { type CarFieldsProps, carPurposes } from '../../domain/carWish/carDraft';
import { EmergencyNotice } from '../../domain/EmergencyNotice';
import { useSuggestions } from '../../domain/useSuggestions';
import { lookUp } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { Choices } from '../../ui/Choices';
import { TextArea } from '../../ui/TextArea';
import { MyCarRequests } from './MyCarRequests';

export function PurposeStep({ draft, update, problems }: CarFieldsProps) {
  // the door hears the same words, but only once all questions are answered
  const isUrgent = useSuggestions(draft.need)?.emergency;
  return (
    <>
      <p className="muted">
        <strong>{tm('car.title')}.</strong> {tm('car.lead')}
      </p>
      <MyCarRequests />
      <Choices
        id="purpose"
        legend={<span className="visually-hidden">{tm('car.purpose.title')}</span>}
        problem={problems.purpose}
        value={draft.purpose || undefined}
        choices={carPurposes.map((it) => ({
          value: it,
          label: tm(`carPurpose.${it}`),
          detail: lookUp(`carPurposeDetail.${it}`),
        }))}
        onChange={(purpose) => update({ purpose })}
      />
      {draft.purpose === 'urgentMedical' ? (
        <EmergencyNotice lead={tm('car.urgent')} />
      ) : (
        <>
          <TextArea
            id="need"
            label={tm('car.need')}
            hint={tm('car.needHint')}
            rows={3}
            maxLength={500}
            problem={problems.need}
            value={draft.need}
            onChange={(need) => update({ need, notUrgent: false })}
          />
          {isUrgent && !draft.notUrgent && <EmergencyNotice />}
        </>
      )}
    </>
  );
}
