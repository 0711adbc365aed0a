import { type SubmitEvent, useState } from 'react';
import { ApiProblem, codeText } from '../../api/ApiProblem';
import { api, etag, unwrap } from '../../api/client';
import type { RatingReason, TrackedReport } from '../../api/types';
import { isPoor, reasonsFor } from '../../domain/rating';
import { keyHeaders } from '../../domain/reportKey';
import { t } from '../../i18n/t';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { TextArea } from '../../ui/TextArea';
import { ReasonChoice } from './ReasonChoice';
import { StarChoice } from './StarChoice';

/** In characters, as the server counts them. */
const commentMax = 1000;

interface RatingFormProps {
  report: TrackedReport;
  secret: string;
  /** Given, and the report has this version now. */
  onRated: (version: number) => void;
  /** The report is no longer as the screen shows it; what was filled in stays. */
  onOvertaken: () => void;
}

/** Asks for one to five stars, then for the reasons that go with them, and for words if there are any. */
export function RatingForm({ report, secret, onRated, onOvertaken }: RatingFormProps) {
  const [stars, setStars] = useState<number>();
  const [reasons, setReasons] = useState<RatingReason[]>([]);
  const [comment, setComment] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (stars === undefined) return setErrors([{ field: 'stars', text: t('rating.starsRequired') }]);
    const given = reasonsFor(stars).filter((it) => reasons.includes(it));
    if (isPoor(stars) && given.length === 0)
      return setErrors([{ field: 'reasons', text: codeText('rating_reason_required') }]);
    setErrors([]);
    setBusy(true);
    try {
      const standing = await unwrap(
        api.POST('/api/v1/tracking/{trackingCode}/rating', {
          params: {
            path: { trackingCode: report.trackingCode },
            header: { 'If-Match': etag(report.version) },
          },
          headers: keyHeaders(secret),
          body: { stars, reasons: given, ...(comment.trim() && { comment: comment.trim() }) },
        }),
      );
      onRated(standing.version);
    } catch (cause) {
      setErrors(fieldErrors(cause, 'stars'));
      if (cause instanceof ApiProblem && [409, 412].includes(cause.status)) onOvertaken();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('move.failed')} errors={errors} />
      <StarChoice
        stars={stars}
        problem={problems.stars}
        onChange={(value) => {
          setStars(value);
          setErrors([]);
        }}
      />
      {stars !== undefined && (
        <ReasonChoice
          stars={stars}
          reasons={reasons}
          problem={problems.reasons}
          onChange={(chosen) => {
            setReasons(chosen);
            setErrors([]);
          }}
        />
      )}
      <TextArea
        id="comment"
        label={t('rating.comment')}
        hint={t('rating.commentHint')}
        problem={problems.comment}
        rows={3}
        maxLength={commentMax}
        value={comment}
        onChange={setComment}
      />
      <button type="submit" className="button wide" aria-disabled={isBusy}>
        {isBusy ? t('report.sending') : t('rating.submit')}
      </button>
    </form>
  );
}
