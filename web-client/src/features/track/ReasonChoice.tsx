import type { RatingReason } from '../../api/types';
import { isGood, isPoor, reasonsFor } from '../../domain/rating';
import { type MessageKey, t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';

interface ReasonChoiceProps {
  stars: number;
  reasons: RatingReason[];
  problem: string | undefined;
  onChange: (reasons: RatingReason[]) => void;
}

/** Any number of the reasons that go with so many stars. The first carries the id, so that an error summary can lead to it. */
export function ReasonChoice({ stars, reasons, problem, onChange }: ReasonChoiceProps) {
  const toggle = (reason: RatingReason) =>
    onChange(reasons.includes(reason) ? reasons.filter((it) => it !== reason) : [...reasons, reason]);
  return (
    <fieldset className="field" aria-describedby={problem ? 'reasons-problem' : undefined}>
      <legend>{t(question(stars))}</legend>
      {problem && <FieldProblem id="reasons-problem">{problem}</FieldProblem>}
      <div className="choices">
        {reasonsFor(stars).map((reason, index) => (
          <label key={reason} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? 'reasons' : undefined}
              checked={reasons.includes(reason)}
              onChange={() => toggle(reason)}
            />
            <span>{t(`ratingReason.${reason}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function question(stars: number): MessageKey {
  if (isPoor(stars)) return 'rating.reasons';
  return isGood(stars) ? 'rating.reasonsPraise' : 'rating.reasonsMend';
}
