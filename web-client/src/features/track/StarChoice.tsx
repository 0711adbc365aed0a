import { starScale, starsWord } from '../../domain/rating';
import { t } from '../../i18n/t';
import { FieldProblem } from '../../ui/Field';
import { Icon } from '../../ui/Icon';

interface StarChoiceProps {
  stars: number | undefined;
  problem: string | undefined;
  onChange: (stars: number) => void;
}

/** Five native radio buttons in the dress of stars. The words of the chosen one stand below for whoever sees them. */
export function StarChoice({ stars, problem, onChange }: StarChoiceProps) {
  const label = (value: number) => t('rating.star', { stars: value, word: starsWord(value) });
  return (
    <fieldset className="field" aria-describedby={problem ? 'stars-problem' : undefined}>
      <legend>{t('rating.stars')}</legend>
      {problem && <FieldProblem id="stars-problem">{problem}</FieldProblem>}
      <div className="star-choice">
        {starScale.map((value) => (
          <label key={value} className={stars && value <= stars ? 'star lit' : 'star'}>
            <input
              type="radio"
              id={value === 1 ? 'stars' : undefined}
              name="stars"
              value={value}
              checked={value === stars}
              onChange={() => onChange(value)}
            />
            <Icon name="star" />
            <span className="visually-hidden">{label(value)}</span>
          </label>
        ))}
      </div>
      <p className={stars ? 'star-words' : 'star-words muted small'} aria-hidden="true">
        {stars ? label(stars) : t('rating.scale')}
      </p>
    </fieldset>
  );
}
