import { Link } from 'wouter';
import type { Service } from '../../api/types';
import type { Draft } from '../../domain/draft';
import { t } from '../../i18n/t';
import { type StepName, stepPath } from './steps';

interface Line {
  step: StepName;
  label: string;
  text: string;
}

interface ReviewStepProps {
  draft: Draft;
  service: Service | undefined;
  isSending: boolean;
}

/** Everything once more, each part with the way back to its question, until the report is on its way. */
export function ReviewStep({ draft, service, isSending }: ReviewStepProps) {
  return (
    <dl className="review">
      {lines(draft, service).map((line) => (
        <div key={line.label}>
          <dt>{line.label}</dt>
          <dd>
            <span>{line.text}</span>
            {!isSending && (
              <Link href={stepPath(line.step)} className="text-button">
                {t('review.change')}
                <span className="visually-hidden"> {line.label}</span>
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function lines(draft: Draft, service: Service | undefined): Line[] {
  const answers = (service?.questions ?? []).flatMap((question) => {
    const value = draft.answers[question.code];
    const text = question.choices.find((it) => it.value === value)?.text ?? value;
    return text ? [{ step: 'pertanyaan' as const, label: question.text, text }] : [];
  });
  return [
    { step: 'masalah', label: t('review.words'), text: draft.description },
    { step: 'masalah', label: t('words.service'), text: service?.name ?? '' },
    { step: 'tempat', label: t('review.place'), text: placeText(draft) },
    ...answers,
    { step: 'foto', label: t('review.photos'), text: photoText(draft.photos.length) },
    { step: 'kontak', label: t('review.contact'), text: contactText(draft, service) },
  ];
}

function placeText({ place, address }: Draft): string {
  const ward = place?.ward ?? (place?.by === 'point' ? place.located?.kelurahan : undefined);
  return [ward ? t('place.ward', { name: ward.name }) : t('review.point'), address.trim()].filter(Boolean).join(', ');
}

function photoText(count: number): string {
  return count === 0 ? t('review.noPhotos') : t('review.photoCount', { count });
}

function contactText(draft: Draft, service: Service | undefined): string {
  return [
    draft.anonymous ? t('contact.anonymous') : draft.name.trim() || t('review.noName'),
    draft.phone.trim(),
    draft.email.trim(),
    (draft.confidential || service?.confidential) && t('review.confidential'),
  ]
    .filter(Boolean)
    .join(', ');
}
