import { Link } from 'wouter';
import { type CarDraft, instant } from '../../domain/carWish/carDraft';
import { EmergencyNotice } from '../../domain/EmergencyNotice';
import { weekday } from '../../i18n/format';
import { tm } from '../../i18n/tm';
import { type CarStep, carStepPath } from './carSteps';

interface CarReviewProps {
  draft: CarDraft;
  /** The server heard an emergency in the words. */
  isUrgent: boolean;
  update: (change: Partial<CarDraft>) => void;
}

/** Everything once more, each part with the way back to its question. */
export function CarReview({ draft, isUrgent, update }: CarReviewProps) {
  return (
    <>
      {(isUrgent || draft.notUrgent) && (
        <>
          {isUrgent && (
            <EmergencyNotice>
              <p>{tm('car.chooseNotUrgent')}</p>
            </EmergencyNotice>
          )}
          <label className="choice">
            <input
              type="checkbox"
              checked={draft.notUrgent}
              onChange={(event) => update({ notUrgent: event.currentTarget.checked })}
            />
            <span>{tm('car.notUrgent')}</span>
            <span className="detail">{tm('car.notUrgentDetail')}</span>
          </label>
        </>
      )}
      <dl className="car-facts">
        {lines(draft).map(({ step, label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span>{text}</span>
              <Link href={carStepPath(step)} className="text-button">
                {tm('car.change')}
                <span className="visually-hidden"> {label}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function lines(draft: CarDraft): { step: CarStep; label: string; text: string }[] {
  const dotted = (time: string) => time.replace(':', '.');
  return [
    {
      step: 'keperluan',
      label: tm('car.col.purpose'),
      text: [draft.purpose && tm(`carPurpose.${draft.purpose}`), draft.need.trim()].filter(Boolean).join(': '),
    },
    { step: 'kelurahan', label: tm('car.ward'), text: draft.ward?.name ?? '' },
    {
      step: 'waktu',
      label: tm('car.when'),
      text: `${weekday(instant(draft.date, draft.from))}, ${tm('car.span', { from: dotted(draft.from), until: dotted(draft.until) })} WIB`,
    },
    { step: 'perjalanan', label: tm('car.pickUp'), text: draft.pickUp },
    { step: 'perjalanan', label: tm('car.destination'), text: draft.destination },
    { step: 'perjalanan', label: tm('car.passengers'), text: draft.passengers },
    {
      step: 'kontak',
      label: tm('car.contact'),
      text: [draft.name, draft.phone, draft.email].filter((it) => it.trim()).join(', '),
    },
  ];
}
