import type { Rating } from '../api/types';
import { dateTime } from '../i18n/format';
import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { starScale, starsWord } from './rating';
import './rating.css';

/** A rating to read: the drawn stars repeat what the words say. */
export function GivenRating({ rating }: { rating: Rating }) {
  return (
    <div className="stack given-rating">
      <p className="row">
        <span className="given-stars">
          {starScale.map((value) => (
            <span key={value} className={value <= rating.stars ? 'star lit' : 'star'}>
              <Icon name="star" />
            </span>
          ))}
        </span>
        <strong>{t('rating.given', { stars: rating.stars, word: starsWord(rating.stars) })}</strong>
      </p>
      {rating.reasons.length > 0 && (
        <ul className="row">
          {rating.reasons.map((reason) => (
            <li key={reason} className="badge plain">
              {t(`ratingReason.${reason}`)}
            </li>
          ))}
        </ul>
      )}
      {rating.comment && <p className="given-comment">{rating.comment}</p>}
      <p className="small muted">{dateTime(rating.at)}</p>
    </div>
  );
}
