import { Link } from 'wouter';
import { brand } from '../../domain/brand';
import { type CarDraft, instant } from '../../domain/carWish/carDraft';
import { weekday } from '../../i18n/format';
import { t } from '../../i18n/t';
import { tm } from '../../i18n/tm';
import { Notice } from '../../ui/Notice';
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
            <Notice tone="err" icon="phone" role="alert">
              <p>
                {t('emergency.soundsLike')}{' '}
                <a href={`tel:${brand.emergencyNumber}`}>{t('emergency.callNow', { number: brand.emergencyNumber })}</a>
              </p>
              <p>{tm('car.chooseNotUrgent')}</p>
            </Notice>
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
